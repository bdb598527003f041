namespace ImapAsync.Testing.Tests.Support;

/// <summary>Messages that are distinguished by their subject.</summary>
internal static class Letters
{
    public static string With(string subject) =>
        $"From: Ann <ann@example.org>\nTo: alice@example.org\nSubject: {subject}\nDate: Thu, 01 Jan 2026 08:00:00 +0000\nMessage-ID: <{subject}@example.org>\n\nText of {subject}\n";

    /// <summary>The subjects of a mailbox, in the order of the UIDs.</summary>
    public static IEnumerable<string> SubjectsOf(ImapTestMailbox mailbox) => mailbox.Messages.Select(static message => SubjectOf(System.Text.Encoding.UTF8.GetString(message.Octets.Span)));

    /// <summary>The subject of a message in a file.</summary>
    public static string SubjectOf(string text) => text.Split('\n').Select(static line => line.TrimEnd('\r')).First(static line => line.StartsWith("Subject: ", StringComparison.Ordinal))["Subject: ".Length..];

    /// <summary>The subjects of messages in separate files, in order.</summary>
    public static IEnumerable<string> SubjectsOf(IEnumerable<string> files) => files.Select(static file => SubjectOf(File.ReadAllText(file))).Order(StringComparer.Ordinal);
}
