using System.Diagnostics.CodeAnalysis;

namespace ImapAsync.Testing;

/// <summary>The arguments that more than one command has.</summary>
internal static class ArgumentLists
{
    /// <summary>Reads <c>(\Seen $Forwarded)</c>.</summary>
    public static FlagSet FlagList(this ref ArgumentReader arguments)
    {
        arguments.ListStart();
        var flags = new FlagSetBuilder();
        while (!arguments.TryListEnd())
        {
            flags.Add(Flag(ref arguments));
            if (arguments.Next != ')')
                arguments.Space();
        }

        return flags.Build();
    }

    /// <summary>Reads <c>\Seen $Forwarded</c>, the form of STORE without parentheses.</summary>
    public static FlagSet Flags(this ref ArgumentReader arguments)
    {
        var flags = new FlagSetBuilder();
        do
            flags.Add(Flag(ref arguments));
        while (arguments.TrySpace());
        return flags.Build();
    }

    /// <summary>Reads the octets of a sequence set, which <see cref="SequenceSet"/> and <see cref="UidSet"/> read further.</summary>
    public static ReadOnlySpan<byte> SequenceSet(this ref ArgumentReader arguments) =>
        arguments.Run(CharacterSets.SequenceSet, "a sequence set such as 1:3,7");

    /// <summary>Reads a set of UIDs without <c>*</c>.</summary>
    public static UidSet KnownUids(this ref ArgumentReader arguments)
    {
        ReadOnlySpan<byte> text = arguments.SequenceSet();
        return UidSet.TryParse(text, out UidSet? uids) && uids.IsExplicit ? uids : throw arguments.Wrong("a set of UIDs without *");
    }

    /// <summary>Reads a word of letters, digits and dots, such as a status item, in capitals.</summary>
    public static string Keyword(this ref ArgumentReader arguments) => arguments.Atom().ToUpperInvariant();

    /// <summary>Reads <c>(A B C)</c>, words in capitals; an empty list is one too.</summary>
    public static List<string> KeywordList(this ref ArgumentReader arguments)
    {
        arguments.ListStart();
        var words = new List<string>();
        while (!arguments.TryListEnd())
        {
            words.Add(arguments.Keyword());
            if (arguments.Next != ')')
                arguments.Space();
        }

        return words;
    }

    [SuppressMessage("Naming", "CA1720", Justification = "RFC 9051's name.")]
    private static Flag Flag(ref ArgumentReader arguments)
    {
        bool isSystem = arguments.TryTake((byte)'\\');
        string name = arguments.Atom();
        return ImapAsync.Flag.FromServer(isSystem ? '\\' + name : name);
    }
}
