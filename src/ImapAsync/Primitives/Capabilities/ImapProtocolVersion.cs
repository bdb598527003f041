namespace ImapAsync;

/// <summary>The versions of the protocol, from oldest to newest.</summary>
public enum ImapProtocolVersion
{
    /// <summary>The server has not announced it.</summary>
    Unknown,

    /// <summary>IMAP4 (RFC 1730).</summary>
    Imap4,

    /// <summary>IMAP4rev1 (RFC 3501).</summary>
    Imap4Rev1,

    /// <summary>IMAP4rev2 (RFC 9051).</summary>
    Imap4Rev2,
}

/// <summary>Determines the version from the capabilities.</summary>
internal static class ImapProtocolVersions
{
    public static ImapProtocolVersion Of(ImapCapabilities capabilities) =>
        capabilities.Contains(Capability.Imap4Rev2) ? ImapProtocolVersion.Imap4Rev2
        : capabilities.Contains(Capability.Imap4Rev1) ? ImapProtocolVersion.Imap4Rev1
        : capabilities.Contains(Capability.Imap4) ? ImapProtocolVersion.Imap4
        : ImapProtocolVersion.Unknown;
}
