namespace ImapAsync;

/// <summary>
/// The fields of one part in a body structure (RFC 9051 §7.5.2, BODYSTRUCTURE), in the order of a part that has all of
/// them.
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

    /// <summary>Data that no RFC defines yet.</summary>
    Extension,
}

/// <summary>The kind of list that describes a part.</summary>
internal enum BodyShape
{
    /// <summary><c>()</c>, NIL, or not a list.</summary>
    Empty,

    /// <summary>body-type-1part, without the fields of texts and messages.</summary>
    Basic,

    /// <summary>body-type-text.</summary>
    Text,

    /// <summary>body-type-msg.</summary>
    Message,

    /// <summary>body-type-mpart.</summary>
    Multipart,
}
