namespace ImapAsync;

/// <summary>The expected content of a list, as far as it helps to find the ends of its strings.</summary>
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

    /// <summary>A part of a body structure, before its kind is known.</summary>
    Body,

    /// <summary>A part that contains others.</summary>
    Multipart,

    /// <summary>A part that does not contain others.</summary>
    SinglePart,

    /// <summary>A part that is a message.</summary>
    Message,

    /// <summary>Names and values.</summary>
    Parameters,

    /// <summary>A word and its parameters.</summary>
    Disposition,

    /// <summary>A list that contains exactly one list.</summary>
    Closed,
}
