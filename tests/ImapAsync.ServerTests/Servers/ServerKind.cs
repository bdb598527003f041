namespace ImapAsync.ServerTests;

/// <summary>The servers that the tests talk to. tests/servers/README.md describes what each can do.</summary>
public enum ServerKind
{
    Dovecot,
    Cyrus,
}
