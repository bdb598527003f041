namespace ImapAsync.ServerTests;

/// <summary>The three ways to a server.</summary>
public enum ServerSecurity
{
    Plain,
    StartTls,
    Tls,
}
