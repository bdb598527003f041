namespace ImapAsync.Testing;

/// <summary>A requested fault ends the connection here.</summary>
internal sealed class ConnectionDroppedException : Exception;
