namespace ImapAsync;

/// <summary>The kind of an untagged response, by its name (RFC 9051 §7).</summary>
internal enum ResponseKind : byte
{
    /// <summary>An unknown name: that of an external extension, or none.</summary>
    Other,

    /// <summary>A registered name, of a response that the library does not read.</summary>
    Extension,

    Ok,
    No,
    Bad,
    Bye,
    PreAuth,
    Capability,
    Enabled,

    // From here to VANISHED: those without a number that have arguments in parentheses, quotes or digits.
    Id,
    Language,
    Comparator,
    Namespace,
    List,
    Lsub,
    XList,
    Status,
    Acl,
    MyRights,
    ListRights,
    Quota,
    QuotaRoot,
    Metadata,
    Annotation,
    Flags,
    Search,
    Sort,
    ESearch,
    Thread,
    Vanished,

    // From here on: those with a number before the name.
    Exists,
    Recent,
    Fetch,

    /// <summary>EXPUNGE, which some servers call EXPUNGED.</summary>
    Expunge,
}
