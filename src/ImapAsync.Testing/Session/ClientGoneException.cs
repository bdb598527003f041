namespace ImapAsync.Testing;

/// <summary>The client hung up, or fell silent, in the middle of a command.</summary>
internal sealed class ClientGoneException : Exception;
