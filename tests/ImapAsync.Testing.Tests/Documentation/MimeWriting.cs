using ImapAsync;
using MimeKit;

namespace Shop.Mail;

/// <summary>Messages that are put together with MimeKit.</summary>
public static class MimeWriting
{
    /// <summary>Appends a message, with CR LF at the end of each line: MimeKit's default is the system's line end, which on Linux is LF alone.</summary>
    /// <param name="imap">The connection.</param>
    /// <param name="mailbox">The mailbox; it must exist.</param>
    /// <param name="message">The message.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task<AppendResult> AppendAsync(
        this IImapSender imap, MailboxName mailbox, MimeMessage message, CancellationToken cancellationToken = default)
    {
        FormatOptions format = FormatOptions.Default.Clone();
        format.NewLineFormat = NewLineFormat.Dos;
        using MemoryStream octets = new();
        await message.WriteToAsync(format, octets, cancellationToken);
        octets.Position = 0;
        return await imap.AppendAsync(mailbox, ImapLiteral.From(octets), cancellationToken);
    }
}
