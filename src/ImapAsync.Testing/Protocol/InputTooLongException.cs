namespace ImapAsync.Testing;

/// <summary>The client sent more than the limits allow in one piece: there is no way to go on reading.</summary>
internal sealed class InputTooLongException(string message) : Exception(message);
