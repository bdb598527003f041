namespace ImapAsync;

/// <summary>The kind of a value in an untyped response.</summary>
public enum ImapValueKind
{
    /// <summary>NIL: no value.</summary>
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
