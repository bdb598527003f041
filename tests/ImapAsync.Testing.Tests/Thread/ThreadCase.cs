using System.Text;

namespace ImapAsync.Testing.Tests.Thread;

/// <summary>Messages as threading sees them, and the resulting threads.</summary>
internal static class ThreadCase
{
    /// <summary>A message that was sent on a day in March, and arrived on the same day unless stated otherwise.</summary>
    public static TestMessage Message(uint number, int day, string subject, string? id = null, string? references = null, string? inReplyTo = null, int? arrival = null)
    {
        StringBuilder header = new($"Date: {day} Mar 2026 08:00:00 +0000\nSubject: {subject}\n");
        if (id is not null)
            header.Append($"Message-ID: {id}\n");
        if (references is not null)
            header.Append($"References: {references}\n");
        if (inReplyTo is not null)
            header.Append($"In-Reply-To: {inReplyTo}\n");
        return TestMessage.Of(number, header.Append('\n').ToString()) with { InternalDate = new DateTimeOffset(2026, 3, arrival ?? day, 9, 0, 0, TimeSpan.Zero) };
    }

    public static string References(params IEnumerable<TestMessage> messages) => Write(ThreadAlgorithm.References, messages);

    public static string Write(ThreadAlgorithm algorithm, IEnumerable<TestMessage> messages, bool uids = false) =>
        Octets.Written(output => ThreadWriter.Write(output, MessageThreads.Build(algorithm, messages), uids));
}
