namespace ImapAsync.Extensibility;

/// <summary>What stands next in a response (RFC 9051 §4).</summary>
public enum ImapTokenKind
{
    /// <summary>Nothing is left.</summary>
    End,

    /// <summary>An atom, a number, a flag or NIL.</summary>
    Atom,

    /// <summary>A quoted string.</summary>
    Quoted,

    /// <summary>A literal, <c>{n}</c> or <c>~{n}</c>.</summary>
    Literal,

    /// <summary>An opening parenthesis.</summary>
    ListStart,

    /// <summary>A closing parenthesis.</summary>
    ListEnd,
}
