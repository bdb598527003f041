using System.Diagnostics.CodeAnalysis;

namespace ImapAsync.Testing;

/// <summary>The arguments that several commands have in common.</summary>
internal static class ArgumentLists
{
    /// <summary>The flags that a client can set: those of RFC 9051 §2.3.2, and keywords.</summary>
    public static FlagSet SystemFlags { get; } = FlagSet.Of(
        ImapAsync.Flag.Answered, ImapAsync.Flag.Flagged, ImapAsync.Flag.Deleted, ImapAsync.Flag.Seen,
        ImapAsync.Flag.Draft);

    /// <summary>Reads <c>(\Seen $Forwarded)</c>.</summary>
    public static FlagSet FlagList(this ref ArgumentReader arguments)
    {
        FlagSetBuilder flags = new();
        foreach (Flag flag in arguments.List(Flag))
            flags.Add(flag);
        return flags.Build();
    }

    /// <summary>Reads <c>\Seen $Forwarded</c>, the form of STORE without parentheses.</summary>
    public static FlagSet Flags(this ref ArgumentReader arguments)
    {
        FlagSetBuilder flags = new();
        do
            flags.Add(Flag(ref arguments));
        while (arguments.TrySpace());
        return flags.Build();
    }

    /// <summary>Reads <c>(\Sent \Drafts)</c>: words that look like flags but need not be known.</summary>
    public static List<string> AttributeList(this ref ArgumentReader arguments) => arguments.List(Attribute);

    /// <summary>
    /// Reads the octets of a sequence set, which <see cref="SequenceSet"/> and <see cref="UidSet"/> parse.
    /// </summary>
    public static ReadOnlySpan<byte> SequenceSet(this ref ArgumentReader arguments) =>
        arguments.Run(CharacterSets.SequenceSet, "a sequence set such as 1:3,7");

    /// <summary>Reads a set of UIDs without <c>*</c>.</summary>
    public static UidSet KnownUids(this ref ArgumentReader arguments)
    {
        ReadOnlySpan<byte> text = arguments.SequenceSet();
        return UidSet.TryParse(text, out UidSet? uids) && uids.IsExplicit
            ? uids
            : throw arguments.Wrong("a set of UIDs without *");
    }

    /// <summary>Reads a word of letters, digits and dots, such as a status item, in capitals.</summary>
    public static string Keyword(this ref ArgumentReader arguments) => arguments.Atom().ToUpperInvariant();

    /// <summary>Reads <c>(A B C)</c>, words in capitals; the list may be empty.</summary>
    public static List<string> KeywordList(this ref ArgumentReader arguments) => arguments.List(Keyword);

    /// <summary>Reads items in parentheses, with one space between them; there may be none.</summary>
    public static List<T> List<T>(this ref ArgumentReader arguments, ArgumentItem<T> readOne)
    {
        arguments.ListStart();
        List<T> all = new();
        if (arguments.TryListEnd())
            return all;
        do
            all.Add(readOne(ref arguments));
        while (arguments.TrySpace());
        arguments.ListEnd();
        return all;
    }

    [SuppressMessage("Naming", "CA1720", Justification = "RFC 9051's name.")]
    private static Flag Flag(ref ArgumentReader arguments)
    {
        Flag flag = ImapAsync.Flag.FromServer(Attribute(ref arguments));
        bool isKnown = !flag.IsSystem || SystemFlags.Contains(flag);
        return isKnown ? flag : throw CommandRefusedException.Bad(
            $"{flag.Name} is not a flag that a client can set: there are {SystemFlags}, and keywords without \\");
    }

    private static string Attribute(ref ArgumentReader arguments)
    {
        bool isSystem = arguments.TryTake((byte)'\\');
        string name = arguments.Atom();
        return isSystem ? '\\' + name : name;
    }
}
