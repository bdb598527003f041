namespace ImapAsync.Testing;

/// <summary>The items that FETCH can request (RFC 9051 §6.4.5 and extensions).</summary>
internal enum FetchItemKind
{
    Uid,
    Flags,
    InternalDate,
    SaveDate,
    Size,
    ModSequence,
    EmailId,
    ThreadId,
    Envelope,
    Body,
    BodyStructure,
    Section,
    Binary,
    BinarySize,
    Rfc822,
    Rfc822Header,
    Rfc822Text,
}
