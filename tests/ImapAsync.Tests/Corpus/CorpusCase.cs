using System.Text;

namespace ImapAsync.Tests;

/// <summary>One response of the corpus: what it is read as, its octets, and the expected value. The format is described in Corpus/README.md.</summary>
internal sealed record CorpusCase(string File, int Line, string Heading, string Text, string? Expected)
{
    private const string TagPlace = "{tag}";

    public string Id => $"{File}:{Line}";

    /// <summary>What the response is read as, such as <c>status INBOX</c>.</summary>
    public CorpusProbe Probe => CorpusProbes.Find(Heading);

    /// <summary>Whether the response is the tagged one.</summary>
    public bool IsTagged => Text.StartsWith(TagPlace, StringComparison.Ordinal);

    /// <summary>The octets that the server sends, for a command with that tag.</summary>
    public byte[] Octets(string tag)
    {
        string text = Text.Replace(TagPlace, tag, StringComparison.Ordinal);
        MemoryStream octets = new();
        int at = 0;
        while (at < text.Length)
        {
            int open = text.IndexOf('«', at);
            if (open < 0)
                open = text.Length;
            octets.Write(Encoding.UTF8.GetBytes(text[at..open]));
            if (open == text.Length)
                break;
            int close = text.IndexOf('»', open);
            octets.Write(Convert.FromHexString(text[(open + 1)..close]));
            at = close + 1;
        }

        return octets.ToArray();
    }
}
