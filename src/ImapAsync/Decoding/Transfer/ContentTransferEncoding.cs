namespace ImapAsync;

/// <summary>How the octets of a body part were made fit for transport (RFC 2045 §6).</summary>
public enum ContentTransferEncoding
{
    /// <summary>7bit, the default: short lines of ASCII, nothing to undo.</summary>
    SevenBit,

    /// <summary>8bit: short lines of any octets, nothing to undo.</summary>
    EightBit,

    /// <summary>binary: any octets, nothing to undo.</summary>
    Binary,

    /// <summary>quoted-printable (RFC 2045 §6.7).</summary>
    QuotedPrintable,

    /// <summary>base64 (RFC 2045 §6.8).</summary>
    Base64,

    /// <summary>x-uuencode: never standardised, still found in old mail.</summary>
    UuEncode,

    /// <summary>An encoding that this library does not know: the octets are passed on as they are.</summary>
    Unknown,
}
