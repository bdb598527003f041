using System.Text;

namespace ImapAsync;

/// <summary>
/// One field of a message header (RFC 5322 §2.2). It references the header's octets; text is decoded on access.
/// </summary>
public readonly struct MailHeaderField
{
    internal MailHeaderField(ReadOnlyMemory<byte> rawName, ReadOnlyMemory<byte> rawValue)
    {
        RawName = rawName;
        RawValue = rawValue;
    }

    /// <summary>The field's name as written, such as <c>Subject</c>; compare it ignoring case.</summary>
    public string Name => Encoding.Latin1.GetString(RawName.Span);

    /// <summary>
    /// The readable value: unfolded, encoded words decoded (RFC 2047), without line breaks. It is decoded on each
    /// access.
    /// </summary>
    public string Value => HeaderText.Decode(RawValue.Span);

    /// <summary>
    /// The octets after the colon as they were sent, including folds and encoded words but not the surrounding white
    /// space.
    /// </summary>
    public ReadOnlyMemory<byte> RawValue { get; }

    internal ReadOnlyMemory<byte> RawName { get; }

    /// <summary>The field on one line, decoded.</summary>
    public override string ToString() => $"{Name}: {Value}";
}
