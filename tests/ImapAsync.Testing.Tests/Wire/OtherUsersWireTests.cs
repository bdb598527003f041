using ImapAsync.Testing.Tests.Support;

namespace ImapAsync.Testing.Tests.Wire;

/// <summary>The part of the hierarchy below <c>Other Users</c>, in which no user owns anything.</summary>
public sealed class OtherUsersWireTests
{
    private const string Nowhere = "NO [NOPERM] There, a mailbox can be created only below one that allows it";

    [Theory]
    [InlineData("CREATE \"Other Users\"", Nowhere)]
    [InlineData("CREATE \"Other Users/\"", Nowhere)]
    [InlineData("CREATE \"Other Users/t7\"", Nowhere)]
    [InlineData("CREATE \"Other Users//\"", Nowhere)]
    [InlineData("CREATE \"Other Users/nobody/x\"", Nowhere)]
    [InlineData("CREATE \"Other Users/alice/x\"", Nowhere)]
    [InlineData("CREATE \"Other Users/bob\"", Nowhere)]
    [InlineData("CREATE \"Other Users/cem\"", Nowhere)]
    [InlineData("CREATE \"Other Users/cem/x\"", "NO [NOPERM] This requires the rights \"k\"")]
    [InlineData("RENAME Own \"Other Users\"", Nowhere)]
    [InlineData("RENAME Own \"Other Users/t7\"", Nowhere)]
    [InlineData("RENAME Own \"Other Users/bob/x\"", "NO [CANNOT] A mailbox cannot change its owner")]
    [InlineData("RENAME Own \"Other Users/nobody/x\"", Nowhere)]
    [InlineData("RENAME \"Other Users\" Mine", "NO [NONEXISTENT] There is no such mailbox")]
    [InlineData("DELETE \"Other Users\"", "NO [NONEXISTENT] There is no such mailbox")]
    [InlineData("DELETE \"Other Users/\"", "NO [NONEXISTENT] There is no such mailbox")]
    [InlineData("SELECT \"Other Users\"", "NO [NONEXISTENT] There is no such mailbox")]
    [InlineData("SELECT \"Other Users/alice\"", "NO [NONEXISTENT] There is no such mailbox")]
    [InlineData("STATUS \"Other Users/\" (MESSAGES)", "NO [NONEXISTENT] There is no such mailbox")]
    [InlineData("SUBSCRIBE \"Other Users\"", "NO [NONEXISTENT] There is no such mailbox")]
    [InlineData("GETACL \"Other Users\"", "NO [NONEXISTENT] There is no such mailbox")]
    [InlineData("GETQUOTAROOT \"Other Users/\"", "NO [NONEXISTENT] There is no such mailbox")]
    [InlineData("GETMETADATA \"Other Users\" /private/comment", "NO [NONEXISTENT] There is no such mailbox")]
    [InlineData("SETMETADATA \"Other Users\" (/private/comment \"x\")", "NO [NONEXISTENT] There is no such mailbox")]
    public async Task Nothing_is_created_there(string command, string expected)
    {
        await using ImapTestServer server = await WithSharedMailboxesAsync();
        await using WireClient client = await WireClient.LogInAsync(server);
        Assert.Equal($"A1 {expected}\r\n", await client.CommandAsync("A1 " + command));
        Assert.Equal(["INBOX", "Own"], server.User("alice").MailboxNames);
        Assert.Equal(["INBOX"], server.User("bob").MailboxNames);
    }

    [Fact]
    public async Task But_below_a_mailbox_that_allows_it()
    {
        await using ImapTestServer server = await WithSharedMailboxesAsync();
        await using WireClient client = await WireClient.LogInAsync(server);
        Assert.StartsWith("A1 OK", await client.CommandAsync("A1 CREATE \"Other Users/bob/x/y\""), StringComparison.Ordinal);
        Assert.Equal(["INBOX", "x", "x/y"], server.User("bob").MailboxNames);
    }

    [Fact]
    public async Task Inbox_is_inbox_also_above_others()
    {
        await using ImapTestServer server = await Servers.WithThreeMessagesAsync();
        await using WireClient client = await WireClient.LogInAsync(server);
        await client.CommandAsync("A1 CREATE inbox/x");
        Assert.Equal(["INBOX", "INBOX/x"], server.User("alice").MailboxNames);
        Assert.StartsWith("* STATUS INBOX/x (MESSAGES 0)\r\n", await client.CommandAsync("A2 STATUS Inbox/x (MESSAGES)"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_invalid_name_is_refused_by_the_tests_own_methods_too()
    {
        await using ImapTestServer server = await Servers.WithThreeMessagesAsync();
        Assert.Throws<ArgumentException>("name", () => server.User("alice").AddMailbox("Other Users"));
        Assert.Throws<ArgumentException>("name", () => server.User("alice").AddMailbox("a//b"));
    }

    private static Task<ImapTestServer> WithSharedMailboxesAsync() => Servers.WithThreeMessagesAsync(static options =>
    {
        options.Store.AddMailbox(options.Store.FindUser("alice")!, "Own");
        options.Store.FindUser("bob")!.Inbox.Access.Change("alice", static _ => "lrk");
        options.AddUser("cem", "secret").Inbox.Grant("alice", "lr");
    });
}
