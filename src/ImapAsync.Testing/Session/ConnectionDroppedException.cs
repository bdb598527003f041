namespace ImapAsync.Testing;

/// <summary>A fault that was asked for ends the connection here.</summary>
internal sealed class ConnectionDroppedException : Exception;
