using System.Text;

namespace ImapAsync.Testing;

/// <summary>
/// One command as it arrived: its line or lines, with the literals in place, without the last line end.
/// </summary>
internal sealed class ReceivedCommand
{
    private readonly byte[] _octets;
    private readonly int _arguments;

    private ReceivedCommand(byte[] octets, int arguments, string tag, string name, bool isUid)
    {
        _octets = octets;
        _arguments = arguments;
        Tag = tag;
        Name = name;
        IsUid = isUid;
    }

    public string Tag { get; }

    /// <summary>The command's name in capitals, prefixed with <c>UID </c> if it was given.</summary>
    public string Name { get; }

    public bool IsUid { get; }

    public ReadOnlyMemory<byte> Octets => _octets;

    /// <summary>A reader of what follows the name, beginning with the space.</summary>
    public ArgumentReader Arguments(NameEncoding names = NameEncoding.ModifiedUtf7) => new(_octets, _arguments, names);

    /// <summary>Reads tag and name.</summary>
    /// <exception cref="CommandRefusedException">
    /// The tag or the name is missing; what could be read of the tag is in the message's place.
    /// </exception>
    public static ReceivedCommand Parse(byte[] octets)
    {
        int space = octets.AsSpan().IndexOf((byte)' ');
        ReadOnlySpan<byte> tag = octets.AsSpan(0, space < 0 ? octets.Length : space);
        if (!CharacterSets.IsTag(tag))
        {
            throw CommandRefusedException.Bad(
                "A command begins with a tag: letters and digits, such as A1 (RFC 9051 §2.2.1).");
        }

        if (space < 0)
            throw CommandRefusedException.Bad("There is no command after the tag.");

        int end = EndOfWord(octets, space + 1);
        string name = Encoding.ASCII.GetString(octets, space + 1, end - space - 1).ToUpperInvariant();
        bool isUid = name == "UID" && end < octets.Length;
        if (isUid)
        {
            int start = end + 1;
            end = EndOfWord(octets, start);
            name = "UID " + Encoding.ASCII.GetString(octets, start, end - start).ToUpperInvariant();
        }

        return new ReceivedCommand(octets, end, Encoding.ASCII.GetString(tag), name, isUid);
    }

    /// <summary>The tag of what is otherwise unreadable, or null.</summary>
    public static string? TagOf(ReadOnlySpan<byte> octets)
    {
        int space = octets.IndexOf((byte)' ');
        return space > 0 && CharacterSets.IsTag(octets[..space]) ? Encoding.ASCII.GetString(octets[..space]) : null;
    }

    private static int EndOfWord(ReadOnlySpan<byte> octets, int start)
    {
        int length = octets[start..].IndexOfAny((byte)' ', (byte)'(', (byte)'\r');
        return length < 0 ? octets.Length : start + length;
    }
}
