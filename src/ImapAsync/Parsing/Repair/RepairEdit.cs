namespace ImapAsync;

/// <summary>A range of a response that is replaced, and the number of quotes that had to be escaped for it.</summary>
internal readonly record struct RepairEdit(int Start, int End, byte[] Replacement, int Quotes = 0)
{
    /// <summary>A quoted string with its quotes escaped.</summary>
    /// <param name="octets">All octets.</param>
    /// <param name="place">Where the string is.</param>
    /// <param name="escapes">Whether a backslash escapes what follows it; otherwise it is text.</param>
    public static RepairEdit Quoted(ReadOnlySpan<byte> octets, StringPlace place, bool escapes)
    {
        (int open, int close, int next) = place;
        List<byte> quoted = [(byte)'"'];
        int quotes = 0;
        for (int i = open + 1; i < close; i++)
        {
            bool isEscape = octets[i] == '\\' && i + 1 < close && octets[i + 1] is (byte)'"' or (byte)'\\';
            if (isEscape && escapes)
            {
                quoted.Add(octets[i++]);
            }
            else if (octets[i] is (byte)'"' or (byte)'\\')
            {
                quotes += octets[i] == '"' ? 1 : 0;
                quoted.Add((byte)'\\');
            }

            quoted.Add(octets[i]);
        }

        quoted.Add((byte)'"');
        return new RepairEdit(open, next, [.. quoted], quotes);
    }

    /// <summary>The octets with all edits applied; the edits are in order and do not overlap.</summary>
    public static byte[] Apply(ReadOnlySpan<byte> octets, List<RepairEdit> edits)
    {
        int length = octets.Length;
        foreach (RepairEdit edit in edits)
            length += edit.Replacement.Length - (edit.End - edit.Start);

        byte[] edited = new byte[length];
        int from = 0;
        int to = 0;
        foreach (RepairEdit edit in edits)
        {
            octets[from..edit.Start].CopyTo(edited.AsSpan(to));
            to += edit.Start - from;
            edit.Replacement.CopyTo(edited, to);
            to += edit.Replacement.Length;
            from = edit.End;
        }

        octets[from..].CopyTo(edited.AsSpan(to));
        return edited;
    }
}
