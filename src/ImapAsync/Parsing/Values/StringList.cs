namespace ImapAsync;

/// <summary>Lists of strings, with or without parentheses around them.</summary>
internal static class StringList
{
    /// <summary>Adds the strings of a list, or of a sequence without parentheses; NIL means none.</summary>
    public static void Read(ReadOnlySpan<byte> octets, List<string> strings, ref Damage damage)
    {
        octets = octets.TrimStart((byte)' ');
        bool isList = octets is [(byte)'(', ..];
        ListReader elements = isList ? new ListReader(octets) : ListReader.Bare(octets);
        while (elements.MoveNext())
        {
            if (elements.Current.IsList)
                damage.Note("a string", elements.Current.Octets);
            else if (!elements.IsCutOff && elements.Current.Text is { } text)
                strings.Add(text);
        }

        damage.NoteEnd(elements, isList);
    }
}
