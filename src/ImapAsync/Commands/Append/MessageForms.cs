using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// Forms of a message in APPEND and REPLACE that are not sent to a server that does not know them. There is no waiting
/// for its answer: Dovecot 2.3 says nothing at all to a literal in APPEND behind a word that it does not know, not even
/// that it is wrong, until the next line comes.
/// </summary>
internal static class MessageForms
{
    /// <exception cref="NotSupportedException">UTF8=ACCEPT is not enabled.</exception>
    public static void WriteUtf8(CommandEncoder encoder, ImapLiteral message)
    {
        if (!encoder.Options.Utf8Messages)
            throw new NotSupportedException(
                $"The message was not sent: {nameof(AppendForm)}.{nameof(AppendForm.Utf8)} is for servers with "
                + "UTF8=ACCEPT, "
                + WhyNot(encoder.Options.Announced));
        encoder.Utf8Message(message);
    }

    /// <exception cref="NotSupportedException">
    /// The server says what it can do, and CATENATE is not among it.
    /// </exception>
    public static void BeginCatenate(CommandEncoder encoder)
    {
        if (encoder.Options is { Announced: not null } options && !options.IsKnown("CATENATE"))
        {
            throw new NotSupportedException(
                "The message was not sent: a server puts a message together from parts where it has CATENATE, which "
                + "this one does not announce. Put it together here, and append it as a whole.");
        }

        encoder.Needs("CATENATE").Word("CATENATE"u8).BeginList();
    }

    // RFC 6855 §4: before it is enabled the server has to refuse what has 8-bit headers, and what has none needs no
    // such form.
    private static string WhyNot(ImapCapabilities? announced) =>
        announced is not null && (announced.Has("UTF8=ACCEPT") || announced.Has("UTF8=ONLY"))
        ? "and this one takes it once that is enabled: call "
            + $"{nameof(SessionExtensions.EnableAsync)}([\"UTF8=ACCEPT\"]) before."
        : "which this one does not announce: encode the headers as RFC 2047 has it, and use "
            + $"{nameof(AppendForm)}.{nameof(AppendForm.Literal)}.";
}
