namespace ImapAsync.Extensibility;

/// <summary>The kind of the next token in a response (RFC 9051 §4).</summary>
public enum ImapTokenKind
{
    /// <summary>The end of the octets.</summary>
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
