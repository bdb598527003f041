namespace ImapAsync;

/// <summary>What a value of an untyped response is.</summary>
public enum ImapValueKind
{
    /// <summary>NIL: nothing.</summary>
    Nil,

    /// <summary>An atom, such as a number, a flag or a word.</summary>
    Atom,

    /// <summary>A quoted string.</summary>
    Quoted,

    /// <summary>A literal: any octets.</summary>
    Literal,

    /// <summary>A parenthesised list.</summary>
    List,
}
