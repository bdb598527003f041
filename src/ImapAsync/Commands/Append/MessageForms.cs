using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// Forms of a message in APPEND and REPLACE that are not sent to a server that does not know them. Waiting for its
/// answer is not possible: Dovecot 2.3 does not respond at all to a literal in APPEND after an unknown word, not even
/// with an error, until the next line arrives.
/// </summary>
internal static class MessageForms
{
    /// <exception cref="NotSupportedException">UTF8=ACCEPT is not enabled.</exception>
    public static void WriteUtf8(CommandEncoder encoder, ImapLiteral message)
    {
        if (!encoder.Options.Utf8Messages)
        {
            throw new NotSupportedException(
                $"The message was not sent: {nameof(AppendForm)}.{nameof(AppendForm.Utf8)} is for servers with "
                + "UTF8=ACCEPT, "
                + WhyNot(encoder.Options.Announced));
        }

        encoder.Utf8Message(message);
    }

    /// <exception cref="NotSupportedException">
    /// The server has advertised its capabilities, and CATENATE is not one of them.
    /// </exception>
    public static void BeginCatenate(CommandEncoder encoder)
    {
        if (encoder.Options is { Announced: not null } options && !options.IsKnown(Capability.Catenate))
        {
            throw new NotSupportedException(
                "The message was not sent: a server assembles it from parts only with CATENATE, which this one does "
                + "not announce. Assemble it here, and append it as a whole.");
        }

        encoder.Needs(Capability.Catenate).Word("CATENATE"u8).BeginList();
    }

    // RFC 6855 §4: before it is enabled, the server must refuse 8-bit headers, and a message without them does not need
    // this form.
    private static string WhyNot(ImapCapabilities? announced) =>
        announced is not null && (announced.Contains(Capability.Utf8Accept) || announced.Contains(Capability.Utf8Only))
        ? "and this one accepts it once that is enabled: call "
            + $"{nameof(SessionExtensions.EnableAsync)}([\"UTF8=ACCEPT\"]) first."
        : "which this one does not announce: encode the headers according to RFC 2047, and use "
            + $"{nameof(AppendForm)}.{nameof(AppendForm.Literal)}.";
}
