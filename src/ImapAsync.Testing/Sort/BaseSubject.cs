using System.Text;

namespace ImapAsync.Testing;

/// <summary>
/// The base subject of a message (RFC 5256 §2.1): without <c>Re:</c>, <c>[list]</c>, <c>(fwd)</c> and the like. The
/// numbers of the steps are the RFC's.
/// </summary>
/// <param name="Text">The base subject.</param>
/// <param name="IsReplyOrForward">Whether a marker of a reply or a forward was removed.</param>
internal readonly record struct BaseSubject(string Text, bool IsReplyOrForward)
{
    /// <summary>The base subject of a message; empty if it has no subject.</summary>
    public static BaseSubject Of(MimeEntity message) => From(message.Header.Fields.Get("Subject") ?? string.Empty);

    /// <summary>Expects a subject whose encoded words have been decoded.</summary>
    public static BaseSubject From(string subject)
    {
        ReadOnlySpan<char> text = Collapse(subject);
        bool answers = false;
        bool again = true;
        while (again)
        {
            text = WithoutTrailers(text, ref answers);
            text = WithoutLeaders(text, ref answers);
            again = text.StartsWith("[fwd:", StringComparison.OrdinalIgnoreCase) && text[^1] == ']';
            if (!again)
                continue;
            text = text["[fwd:".Length..^1];
            answers = true;
        }

        return new BaseSubject(text.ToString(), answers);
    }

    // (1) Tabs are spaces, and many spaces are one.
    private static string Collapse(string subject)
    {
        StringBuilder text = new System.Text.StringBuilder(subject.Length);
        foreach (char c in subject)
        {
            bool isSpace = c is ' ' or '\t' or '\r' or '\n';
            if (!isSpace)
                text.Append(c);
            else if (text.Length == 0 || text[^1] != ' ')
                text.Append(' ');
        }

        return text.ToString();
    }

    // (2) subj-trailer = "(fwd)" / WSP
    private static ReadOnlySpan<char> WithoutTrailers(ReadOnlySpan<char> text, scoped ref bool answers)
    {
        text = text.TrimEnd(' ');
        while (text.EndsWith("(fwd)", StringComparison.OrdinalIgnoreCase))
        {
            text = text[..^"(fwd)".Length].TrimEnd(' ');
            answers = true;
        }

        return text;
    }

    // (3) to (5). Blobs not followed by "Re:" are removed together: removing them one by one gives the same result, at
    // quadratic cost.
    private static ReadOnlySpan<char> WithoutLeaders(ReadOnlySpan<char> text, scoped ref bool answers)
    {
        while (true)
        {
            text = text.TrimStart(' ');
            int blobs = BlobsLength(text, out int lastBlob);
            int leader = ReplyOrForwardLength(text[blobs..]);
            if (leader == 0)
                return blobs < text.Length ? text[blobs..] : text[lastBlob..];
            text = text[(blobs + leader)..];
            answers = true;
        }
    }

    // subj-refwd = ("re" / ("fw" ["d"])) *WSP [subj-blob] ":"
    private static int ReplyOrForwardLength(ReadOnlySpan<char> text)
    {
        int length = text switch
        {
            ['r' or 'R', 'e' or 'E', ..] => 2,
            ['f' or 'F', 'w' or 'W', 'd' or 'D', ..] => 3,
            ['f' or 'F', 'w' or 'W', ..] => 2,
            _ => 0,
        };
        if (length == 0)
            return 0;
        if (length < text.Length && text[length] == ' ')
            length++;
        length += BlobLength(text[length..]);
        return length < text.Length && text[length] == ':' ? length + 1 : 0;
    }

    private static int BlobsLength(ReadOnlySpan<char> text, out int last)
    {
        last = 0;
        int length = 0;
        int blob;
        while ((blob = BlobLength(text[length..])) > 0)
        {
            last = length;
            length += blob;
        }

        return length;
    }

    // subj-blob = "[" *BLOBCHAR "]" *WSP
    private static int BlobLength(ReadOnlySpan<char> text)
    {
        if (text is not ['[', ..])
            return 0;
        int end = text[1..].IndexOfAny('[', ']') + 1;
        if (end == 0 || text[end] == '[')
            return 0;
        return end + 1 < text.Length && text[end + 1] == ' ' ? end + 2 : end + 1;
    }
}
