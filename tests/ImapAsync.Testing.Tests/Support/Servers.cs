using ImapAsync.Tests;

namespace ImapAsync.Testing.Tests.Support;

/// <summary>Servers to start with. The clock stands at the first of January 2026.</summary>
internal static class Servers
{
    public const string First = "From: Ann <ann@example.org>\nSubject: One\nDate: Thu, 01 Jan 2026 08:00:00 +0000\nMessage-ID: <1@example.org>\n\nFirst text\n";
    public const string Second = "From: Ben <ben@example.org>\nSubject: Re: One\nDate: Thu, 01 Jan 2026 09:00:00 +0000\nMessage-ID: <2@example.org>\nReferences: <1@example.org>\n\nSecond text\n";
    public const string Third = "From: Cem <cem@example.org>\nSubject: Other\nDate: Thu, 01 Jan 2026 07:00:00 +0000\nMessage-ID: <3@example.org>\n\nThird text\n";

    /// <summary>alice, whose password is secret, with three messages, and bob with none.</summary>
    public static async Task<ImapTestServer> WithThreeMessagesAsync(Action<ImapTestServerOptions>? configure = null, ManualTimeProvider? clock = null) =>
        await ImapTestServer.StartAsync(options =>
        {
            options.TimeProvider = clock ?? new ManualTimeProvider();
            options.AddUser("alice", "secret").Inbox.AddMessages(First, Second, Third);
            options.AddUser("bob", "secret");
            configure?.Invoke(options);
        });
}
