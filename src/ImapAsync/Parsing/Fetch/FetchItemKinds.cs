namespace ImapAsync;

/// <summary>The FETCH data items that the library knows, as a set (RFC 9051 §7.5.2).</summary>
[Flags]
internal enum FetchItemKinds : ushort
{
    None = 0,
    Uid = 1 << 0,
    Flags = 1 << 1,
    ModSequence = 1 << 2,
    InternalDate = 1 << 3,
    Size = 1 << 4,
    Envelope = 1 << 5,
    Body = 1 << 6,
    BodyStructure = 1 << 7,
    SaveDate = 1 << 8,
    EmailId = 1 << 9,
    ThreadId = 1 << 10,
    Preview = 1 << 11,

    /// <summary>BODY[…], BINARY[…], RFC822, RFC822.HEADER and RFC822.TEXT.</summary>
    Section = 1 << 12,
    BinarySize = 1 << 13,

    /// <summary>Everything else.</summary>
    Other = 1 << 14,

    /// <summary>Items that another client can change.</summary>
    Changeable = Flags | ModSequence,

    /// <summary>Items that also arrive unsolicited when another client changed something.</summary>
    Unsolicited = Uid | Changeable,

    /// <summary>Items that are read when the response arrives.</summary>
    ReadAtOnce = Uid | Flags | ModSequence | InternalDate | Size,

    /// <summary>Items identified only by their full name, which can be requested more than once.</summary>
    Named = Section | BinarySize | Other,

    Structure = Body | BodyStructure,
}
