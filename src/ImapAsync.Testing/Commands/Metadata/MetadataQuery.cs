namespace ImapAsync.Testing;

/// <summary>The arguments of a GETMETADATA.</summary>
internal sealed record MetadataQuery(string Mailbox, IReadOnlyList<string> Entries, long MaxSize, int Depth)
{
    public static MetadataQuery Read(ref ArgumentReader arguments)
    {
        (long maxSize, int depth) = (long.MaxValue, 0);
        arguments.Space();
        if (arguments.Next == '(')
        {
            (maxSize, depth) = ReadOptions(ref arguments);
            arguments.Space();
        }

        string mailbox = arguments.Mailbox();
        arguments.Space();
        if (IsOptions(arguments))
        {
            (maxSize, depth) = ReadOptions(ref arguments);
            arguments.Space();
        }

        return new MetadataQuery(mailbox, ReadEntries(ref arguments), maxSize, depth);
    }

    public bool Wants(string entry) =>
        Entries.Any(wanted => entry.Equals(wanted, StringComparison.OrdinalIgnoreCase) || IsBelow(entry, wanted));

    private bool IsBelow(string entry, string wanted)
    {
        if (Depth == 0 || entry.Length <= wanted.Length || !entry.StartsWith(wanted, StringComparison.OrdinalIgnoreCase)
            || entry[wanted.Length] != '/')
        {
            return false;
        }

        return Depth == int.MaxValue || !entry[(wanted.Length + 1)..].Contains('/', StringComparison.Ordinal);
    }

    private static bool IsOptions(ArgumentReader arguments) =>
        arguments.TryListStart() && (arguments.TryWord("MAXSIZE"u8) || arguments.TryWord("DEPTH"u8));

    private static (long MaxSize, int Depth) ReadOptions(ref ArgumentReader arguments)
    {
        (long maxSize, int depth) = (long.MaxValue, 0);
        arguments.ListStart();
        do
        {
            string option = arguments.Keyword();
            arguments.Space();
            if (option == "MAXSIZE")
            {
                maxSize = arguments.Number();
            }
            else if (option == "DEPTH")
            {
                depth = arguments.TryWord("infinity"u8) ? int.MaxValue
                    : arguments.TryWord("1"u8) ? 1
                    : arguments.TryWord("0"u8) ? 0
                    : throw arguments.Wrong("0, 1 or infinity");
            }
            else
            {
                throw CommandRefusedException.Bad($"{option} is not an option: use MAXSIZE or DEPTH");
            }
        }
        while (arguments.TrySpace());
        arguments.ListEnd();
        return (maxSize, depth);
    }

    private static List<string> ReadEntries(ref ArgumentReader arguments)
    {
        if (!arguments.TryListStart())
            return [EntryNames.Check(arguments.AText())];
        List<string> entries = new();
        do
            entries.Add(EntryNames.Check(arguments.AText()));
        while (arguments.TrySpace());
        arguments.ListEnd();
        return entries;
    }
}
