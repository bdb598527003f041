namespace ImapAsync.Testing;

/// <summary>The client sent more in one piece than the limits allow, so reading cannot continue.</summary>
internal sealed class InputTooLongException(string message) : Exception(message);
