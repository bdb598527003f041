using System.Text;

namespace ImapAsync.Testing;

/// <summary>A message to deliver to a mailbox, or one that is in a mailbox.</summary>
/// <param name="Octets">Header and body, lines ended by CR LF.</param>
/// <param name="Flags">Its flags.</param>
/// <param name="InternalDate">When it arrived; null for the time of delivery.</param>
public sealed record ImapTestMessage(ReadOnlyMemory<byte> Octets, FlagSet Flags, DateTimeOffset? InternalDate = null)
{
    /// <summary>Its UID, if it is in a mailbox.</summary>
    public Uid? Uid { get; init; }

    /// <summary>Creates a message from text.</summary>
    /// <param name="text">Header and body; line ends of LF alone become CR LF.</param>
    /// <param name="flags">Its flags.</param>
    /// <param name="internalDate">When it arrived.</param>
    public static ImapTestMessage FromText(string text, FlagSet? flags = null, DateTimeOffset? internalDate = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new ImapTestMessage(
            Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\r\n")), flags ?? FlagSet.Empty, internalDate);
    }

    /// <summary>Creates a plain message.</summary>
    /// <param name="from">The author, such as <c>Bob &lt;bob@example.org&gt;</c>.</param>
    /// <param name="to">The recipient.</param>
    /// <param name="subject">The subject, in ASCII.</param>
    /// <param name="text">The text.</param>
    /// <param name="flags">Its flags.</param>
    public static ImapTestMessage Simple(string from, string to, string subject, string text, FlagSet? flags = null) =>
        FromText(
            $"From: {from}\nTo: {to}\nSubject: {subject}\nMIME-Version: 1.0\n"
            + $"Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n{text}\n",
            flags);
}
