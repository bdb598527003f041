namespace ImapAsync;

/// <summary>What a list consists of, as far as that tells where its strings end.</summary>
internal enum RepairShape
{
    /// <summary>Values of any kind.</summary>
    Any,

    /// <summary>The ten fields of an ENVELOPE.</summary>
    Envelope,

    /// <summary>Addresses.</summary>
    Addresses,

    /// <summary>The four strings of an address.</summary>
    Address,

    /// <summary>A part of a body structure, before it is known which.</summary>
    Body,

    /// <summary>A part that consists of others.</summary>
    Multipart,

    /// <summary>A part that does not.</summary>
    SinglePart,

    /// <summary>A part that is a message.</summary>
    Message,

    /// <summary>Names and values.</summary>
    Parameters,

    /// <summary>A word and its parameters.</summary>
    Disposition,

    /// <summary>A list that has one list in it, and nothing else.</summary>
    Closed,
}
