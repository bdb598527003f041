namespace ImapAsync.Tests;

/// <summary>What a caller asks for.</summary>
internal sealed record Question(Verb Verb, bool ByUid, string Set, Items Items, Form Form, int Bit)
{
    /// <summary>Its number among the questions of a conversation, as a bit.</summary>
    public int Mask => 1 << Bit;

    public bool IsSilent { get; init; }

    public override string ToString() => $"{Verb} {(ByUid ? "by UID" : "by number")} {Set} ({Items}) {Form}";
}

/// <summary>The kinds of questions.</summary>
internal enum Verb
{
    Fetch,
    Store,
    Search,
    Sort,
    Sync,
}

/// <summary>How the answer is received.</summary>
internal enum Form
{
    /// <summary>In one piece, by <c>SendAsync</c>.</summary>
    Gathered,

    /// <summary>Message by message, by <c>StreamAsync</c>.</summary>
    Streamed,

    /// <summary>Message by message, by <c>FetchAsync</c>, which sends several commands.</summary>
    Windowed,
}
