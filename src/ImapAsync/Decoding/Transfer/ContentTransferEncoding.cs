namespace ImapAsync;

/// <summary>The transfer encoding of a body part's octets (RFC 2045 §6).</summary>
public enum ContentTransferEncoding
{
    /// <summary>7bit, the default: short lines of ASCII, nothing to decode.</summary>
    SevenBit,

    /// <summary>8bit: short lines of any octets, nothing to decode.</summary>
    EightBit,

    /// <summary>binary: any octets, nothing to decode.</summary>
    Binary,

    /// <summary>quoted-printable (RFC 2045 §6.7).</summary>
    QuotedPrintable,

    /// <summary>base64 (RFC 2045 §6.8).</summary>
    Base64,

    /// <summary>x-uuencode: never standardised, but still found in old mail.</summary>
    UuEncode,

    /// <summary>An encoding that this library does not know: the octets are passed through unchanged.</summary>
    Unknown,
}
