using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>A search-key of RFC 9051 §9 that contains no other.</summary>
internal abstract class SearchKey(bool hasNonAscii = false, bool usesSequenceNumbers = false)
    : SearchQuery(hasNonAscii, usesSequenceNumbers)
{
    /// <summary>Whether it may consist of several keys, which need parentheses after NOT and OR.</summary>
    public virtual bool MayBeSeveral => false;

    public abstract void Write(CommandEncoder encoder);

    protected static bool IsAscii(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return System.Text.Ascii.IsValid(text);
    }
}

/// <summary>A key without an argument.</summary>
/// <param name="word">The key.</param>
/// <param name="opposite">The key that finds all other messages, if there is one.</param>
internal sealed class WordKey(string word, string? opposite = null) : SearchKey
{
    public override void Write(CommandEncoder encoder) => encoder.SearchWord(word);

    internal override SearchQuery Negate() => opposite is null ? base.Negate() : new WordKey(opposite, word);
}

/// <summary>A key with a text.</summary>
internal sealed class TextKey(string word, string text) : SearchKey(hasNonAscii: !IsAscii(text))
{
    public override void Write(CommandEncoder encoder) => encoder.SearchWord(word).String(text);
}

/// <summary>HEADER: a header's name and a text.</summary>
internal sealed class HeaderKey(string name, string text) : SearchKey(hasNonAscii: !(IsAscii(text) && IsAscii(name)))
{
    public override void Write(CommandEncoder encoder) => encoder.Word("HEADER"u8).AString(name).String(text);
}

/// <summary>A key with an atom.</summary>
internal sealed class AtomKey(string word, string atom) : SearchKey
{
    public override void Write(CommandEncoder encoder) => encoder.SearchWord(word).Atom(atom);
}

/// <summary>A key with a day.</summary>
internal sealed class DateKey(string word, DateOnly day) : SearchKey
{
    public override void Write(CommandEncoder encoder) => encoder.SearchWord(word).Word(Format(day));
}

/// <summary>A key with a number.</summary>
internal sealed class NumberKey(string word, ulong number) : SearchKey
{
    public static NumberKey Size(string word, long octets)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(octets);
        return new(word, (ulong)octets);
    }

    public static NumberKey Age(string word, TimeSpan age)
    {
        long seconds = (long)age.TotalSeconds;
        if (seconds is < 1 or > uint.MaxValue)
        {
            throw new ArgumentOutOfRangeException(
                nameof(age), age, "An age must be between one second and 4294967295 seconds (RFC 5032 §3).");
        }

        return new(word, (ulong)seconds);
    }

    public override void Write(CommandEncoder encoder) => encoder.SearchWord(word).Number(number);
}

/// <summary>A set of messages: of UIDs, after the word UID, or of sequence numbers.</summary>
internal sealed class MessagesKey(in NumberSet messages, bool areUids)
    : SearchKey(usesSequenceNumbers: !areUids && messages.End != SetEnd.Saved)
{
    private readonly NumberSet _messages = messages.IsEmpty
        ? throw new ArgumentException(
            "The set of messages is empty: a search key needs at least one. For a query that finds nothing, use "
            + "!SearchQuery.All.",
            areUids ? "uids" : "numbers")
        : messages;

    public override void Write(CommandEncoder encoder)
    {
        if (areUids)
            encoder.Word("UID"u8);
        encoder.Set(_messages);
    }
}

/// <summary>KEYWORD and UNKEYWORD.</summary>
internal sealed class KeywordKey(Flag flag, bool isSet) : SearchKey
{
    private static readonly (Flag Flag, SearchQuery Key)[] SystemFlags =
    [
        (Flag.Answered, Answered), (Flag.Deleted, Deleted), (Flag.Draft, Draft), (Flag.Flagged, Flagged),
        (Flag.Seen, Seen), (Flag.Recent, Recent)
    ];

    public static SearchQuery For(Flag flag)
    {
        foreach ((Flag system, SearchQuery key) in SystemFlags)
        {
            if (system == flag)
                return key;
        }

        return flag.IsSystem
            ? throw new ArgumentException(
                $"No SEARCH key finds the flag {flag}: only keywords, which have no backslash, can be searched for.",
                nameof(flag))
            : new KeywordKey(flag, isSet: true);
    }

    public override void Write(CommandEncoder encoder) =>
        encoder.Word(isSet ? "KEYWORD"u8 : "UNKEYWORD"u8).Atom(flag.Name);

    internal override SearchQuery Negate() => new KeywordKey(flag, !isSet);
}

/// <summary>MODSEQ of one flag: <c>MODSEQ "/flags/\\draft" all 620162338</c> (RFC 7162 §3.1.5).</summary>
internal sealed class FlagModSeqKey(ModSequence atLeast, Flag flag, FlagScope scope) : SearchKey
{
    public override void Write(CommandEncoder encoder) =>
        encoder.SearchWord("MODSEQ").String("/flags/" + flag.Name.ToLowerInvariant()).Word(scope switch
        {
            FlagScope.Private => "priv"u8,
            FlagScope.Shared => "shared"u8,
            _ => "all"u8,
        }).Number(atLeast.Value);
}

/// <summary>Keys written by the caller.</summary>
internal sealed class RawKey : SearchKey
{
    private readonly string _keys;

    public RawKey(string keys, bool usesSequenceNumbers)
        : base(usesSequenceNumbers: usesSequenceNumbers)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(keys);
        StringRules.RefuseLineBreaks(keys);
        if (!System.Text.Ascii.IsValid(keys))
        {
            throw new ArgumentException(
                "Raw keys are sent verbatim, so they must be ASCII: search for other text with the keys that take a "
                + "string.",
                nameof(keys));
        }

        _keys = keys.Trim();
    }

    public override bool MayBeSeveral => _keys.Contains(' ', StringComparison.Ordinal);

    public override void Write(CommandEncoder encoder) => encoder.Needs(null).Raw(_keys);
}
