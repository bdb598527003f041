using System.Text;

namespace ImapAsync;

/// <summary>
/// One field of a message header (RFC 5322 §2.2). It points into the header's octets; texts are decoded when they are
/// asked for.
/// </summary>
public readonly struct MailHeaderField
{
    internal MailHeaderField(ReadOnlyMemory<byte> rawName, ReadOnlyMemory<byte> rawValue)
    {
        RawName = rawName;
        RawValue = rawValue;
    }

    /// <summary>
    /// The field's name as it was written, such as <c>Subject</c>; compare it without regard to case.
    /// </summary>
    public string Name => Encoding.Latin1.GetString(RawName.Span);

    /// <summary>
    /// The value as people read it: unfolded, encoded words decoded (RFC 2047), without line breaks. Decoded anew each
    /// time.
    /// </summary>
    public string Value => HeaderText.Decode(RawValue.Span);

    /// <summary>
    /// The octets after the colon as they were sent, folds inside and encoded words included; white space around them
    /// is not.
    /// </summary>
    public ReadOnlyMemory<byte> RawValue { get; }

    internal ReadOnlyMemory<byte> RawName { get; }

    /// <summary>The field on one line, decoded.</summary>
    public override string ToString() => $"{Name}: {Value}";
}
