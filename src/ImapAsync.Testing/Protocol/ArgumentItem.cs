namespace ImapAsync.Testing;

/// <summary>Reads one item of a list.</summary>
internal delegate T ArgumentItem<out T>(ref ArgumentReader arguments);
