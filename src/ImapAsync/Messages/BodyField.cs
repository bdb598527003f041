namespace ImapAsync;

/// <summary>
/// What a body structure says about one part (RFC 9051 §7.5.2, BODYSTRUCTURE), in the order of a part that has
/// everything.
/// </summary>
internal enum BodyField
{
    /// <summary>Before the first.</summary>
    None,

    Type,
    Subtype,
    Parameters,
    Id,
    Description,
    Encoding,
    Size,
    Envelope,
    Body,
    Lines,
    Md5,
    Disposition,
    Language,
    Location,

    /// <summary>What no RFC defines yet.</summary>
    Extension,
}

/// <summary>What kind of list describes a part.</summary>
internal enum BodyShape
{
    /// <summary><c>()</c>, NIL, or no list at all.</summary>
    Empty,

    /// <summary>body-type-1part, without the fields that texts and messages have.</summary>
    Basic,

    /// <summary>body-type-text.</summary>
    Text,

    /// <summary>body-type-msg.</summary>
    Message,

    /// <summary>body-type-mpart.</summary>
    Multipart,
}
