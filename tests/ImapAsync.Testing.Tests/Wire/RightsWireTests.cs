using ImapAsync.Testing.Tests.Support;

namespace ImapAsync.Testing.Tests.Wire;

/// <summary>ACL, QUOTA, METADATA and ANNOTATEMORE, octet by octet.</summary>
public sealed class RightsWireTests
{
    [Fact]
    public async Task Rights_decide_what_another_user_may_do()
    {
        await using ImapTestServer server = await Servers.WithThreeMessagesAsync();
        await using WireClient alice = await WireClient.LogInAsync(server);
        await using WireClient bob = await WireClient.LogInAsync(server, "bob");
        Assert.Equal("B1 NO [NONEXISTENT] There is no such mailbox\r\n", await bob.CommandAsync("B1 SELECT \"Other Users/alice\""));
        Assert.Equal("A1 OK Granted\r\n", await alice.CommandAsync("A1 SETACL INBOX bob lrs"));
        Assert.Equal("* ACL INBOX alice lrswipkxteacd bob lrs\r\nA2 OK Completed\r\n", await alice.CommandAsync("A2 GETACL INBOX"));
        Assert.Equal("* MYRIGHTS \"Other Users/alice\" lrs\r\nB2 OK Completed\r\n", await bob.CommandAsync("B2 MYRIGHTS \"Other Users/alice\""));
        Assert.Equal("* LIST (\\HasNoChildren) \"/\" \"Other Users/alice\"\r\n* LIST (\\Noselect \\HasChildren) \"/\" \"Other Users\"\r\nB3 OK Completed\r\n", await bob.CommandAsync("B3 LIST \"\" Other*"));
        Assert.Contains("B4 OK", await bob.CommandAsync("B4 SELECT \"Other Users/alice\""), StringComparison.Ordinal);
        Assert.Equal("* 1 FETCH (FLAGS (\\Seen))\r\nB5 OK Stored\r\n", (await bob.CommandAsync("B5 STORE 1 +FLAGS (\\Seen \\Deleted)")).Replace(" \\Recent", "", StringComparison.Ordinal));
        Assert.Equal("B6 NO [NOPERM] None of these flags may be changed here\r\n", await bob.CommandAsync("B6 STORE 1 +FLAGS (\\Deleted)"));
        Assert.Equal("B7 NO [NOPERM] This requires the rights \"e\"\r\n", await bob.CommandAsync("B7 EXPUNGE"));
        Assert.Equal("B8 NO [NOPERM] This requires the rights \"i\"\r\n", await bob.CommandAsync("B8 COPY 1 \"Other Users/alice\""));
        Assert.Equal("B9 NO [NOPERM] This requires the rights \"a\"\r\n", await bob.CommandAsync("B9 GETACL \"Other Users/alice\""));
        await alice.CommandAsync("A3 SETACL INBOX bob +i");
        await alice.CommandAsync("A4 SETACL INBOX bob -s");
        Assert.Equal("* MYRIGHTS \"Other Users/alice\" lri\r\nC1 OK Completed\r\n", await bob.CommandAsync("C1 MYRIGHTS \"Other Users/alice\""));
        Assert.Equal("* LISTRIGHTS INBOX bob \"\" l r s w i p k x t e a c d\r\nA5 OK Completed\r\n", await alice.CommandAsync("A5 LISTRIGHTS INBOX bob"));
        await alice.CommandAsync("A6 DELETEACL INBOX bob");
        Assert.Equal("C2 NO [NONEXISTENT] There is no such mailbox\r\n", await bob.CommandAsync("C2 MYRIGHTS \"Other Users/alice\""));
    }

    [Theory]
    [InlineData("lr", "lr")]
    [InlineData("lrk", "lrkc")]
    [InlineData("lrx", "lrxc")]
    [InlineData("lrt", "lrtd")]
    [InlineData("lre", "lred")]
    [InlineData("lrc", "lrkxc")]
    [InlineData("lrd", "lrted")]
    [InlineData("lrswipcda", "lrswipkxteacd")]
    public async Task The_rights_of_rfc2086_work_too(string granted, string told)
    {
        await using ImapTestServer server = await Servers.WithThreeMessagesAsync();
        await using WireClient alice = await WireClient.LogInAsync(server);
        await using WireClient bob = await WireClient.LogInAsync(server, "bob");
        Assert.Equal("A1 OK Granted\r\n", await alice.CommandAsync($"A1 SETACL INBOX bob {granted}"));
        Assert.Equal($"* ACL INBOX alice lrswipkxteacd bob {told}\r\nA2 OK Completed\r\n", await alice.CommandAsync("A2 GETACL INBOX"));
        Assert.Equal($"* MYRIGHTS \"Other Users/alice\" {told}\r\nB1 OK Completed\r\n", await bob.CommandAsync("B1 MYRIGHTS \"Other Users/alice\""));
        await alice.CommandAsync("A3 SETACL INBOX bob -cd");
        Assert.DoesNotContain("c", (await bob.CommandAsync("B2 MYRIGHTS \"Other Users/alice\"")).Split("alice\" ")[1].Split('\r')[0], StringComparison.Ordinal);
        Assert.Equal("* LISTRIGHTS INBOX alice lrswipkxteacd\r\nA4 OK Completed\r\n", await alice.CommandAsync("A4 LISTRIGHTS INBOX alice"));
        Assert.Equal("* MYRIGHTS INBOX lrswipkxteacd\r\nA5 OK Completed\r\n", await alice.CommandAsync("A5 MYRIGHTS INBOX"));
    }

    [Fact]
    public async Task Quotas_are_set_reported_and_kept()
    {
        await using ImapTestServer server = await Servers.WithThreeMessagesAsync();
        await using WireClient client = await WireClient.LogInAsync(server);
        Assert.Equal("* QUOTAROOT INBOX \"\"\r\n* QUOTA \"\" ()\r\nA1 OK Completed\r\n", await client.CommandAsync("A1 GETQUOTAROOT INBOX"));
        Assert.Equal("* QUOTA \"\" (STORAGE 1 512 MESSAGE 3 4)\r\nA2 OK Set\r\n", await client.CommandAsync("A2 SETQUOTA \"\" (STORAGE 512 MESSAGE 4)"));
        Assert.Equal("* QUOTA \"\" (STORAGE 1 512 MESSAGE 3 4)\r\nA3 OK Completed\r\n", await client.CommandAsync("A3 GETQUOTA \"\""));
        await client.SendAsync("A4 APPEND INBOX {3+}\r\nA: \r\nA5 APPEND INBOX {3+}\r\nA: \r\n");
        Assert.Equal("A4 OK [APPENDUID 1000000001 4] Appended\r\n", await client.LineAsync());
        Assert.Equal("A5 NO [OVERQUOTA] That is more than the quota allows\r\n", await client.LineAsync());
        Assert.Equal("A6 NO [NONEXISTENT] There is one quota root, \"\"\r\n", await client.CommandAsync("A6 GETQUOTA x"));
    }

    [Fact]
    public async Task Metadata_is_kept()
    {
        await using ImapTestServer server = await Servers.WithThreeMessagesAsync();
        await using WireClient client = await WireClient.LogInAsync(server);
        Assert.Equal("A1 OK Set\r\n", await client.CommandAsync("A1 SETMETADATA INBOX (/private/comment \"Mine\" /shared/a/b \"12345\")"));
        Assert.Equal("* METADATA INBOX (/private/comment Mine)\r\nA2 OK Completed\r\n", (await client.CommandAsync("A2 GETMETADATA INBOX /private/comment")).Replace("\"Mine\"", "Mine", StringComparison.Ordinal));
        Assert.Equal("* METADATA INBOX (/shared/none NIL)\r\nA3 OK Completed\r\n", await client.CommandAsync("A3 GETMETADATA INBOX /shared/none"));
        Assert.Equal("* METADATA INBOX (/shared/a/b \"12345\")\r\nA4 OK Completed\r\n", await client.CommandAsync("A4 GETMETADATA (DEPTH infinity) INBOX (/shared)"));
        Assert.Equal("A5 OK [METADATA LONGENTRIES 5] Completed\r\n", await client.CommandAsync("A5 GETMETADATA INBOX (MAXSIZE 4) /shared/a/b"));
        Assert.Equal("A6 OK Set\r\n", await client.CommandAsync("A6 SETMETADATA \"\" (/shared/comment NIL)"));
        Assert.Equal("A7 BAD An entry's name begins with /private/ or /shared/, and does not contain *, % or // (RFC 5464 §3.2)\r\n", System.Text.Encoding.UTF8.GetString(System.Text.Encoding.Latin1.GetBytes(await client.CommandAsync("A7 GETMETADATA INBOX /other/x"))));
    }

    [Fact]
    public async Task Annotations_are_kept()
    {
        await using ImapTestServer server = await Servers.WithThreeMessagesAsync();
        await using WireClient client = await WireClient.LogInAsync(server);
        Assert.Equal("A1 OK Set\r\n", await client.CommandAsync("A1 SETANNOTATION INBOX \"/comment\" (\"value.priv\" \"Mine\" \"value.shared\" \"Ours\")"));
        Assert.Equal("* ANNOTATION INBOX \"/comment\" (\"value.priv\" \"Mine\")\r\nA2 OK Completed\r\n", await client.CommandAsync("A2 GETANNOTATION INBOX \"/comment\" \"value.priv\""));
        Assert.Equal("* ANNOTATION INBOX \"/comment\" (\"value.priv\" \"Mine\" \"value.shared\" \"Ours\")\r\nA3 OK Completed\r\n", await client.CommandAsync("A3 GETANNOTATION INBOX \"*\" \"value\""));
        Assert.Equal("A4 OK Set\r\n", await client.CommandAsync("A4 SETANNOTATION INBOX \"/comment\" (\"value.priv\" NIL)"));
        Assert.Equal("A5 OK Completed\r\n", await client.CommandAsync("A5 GETANNOTATION INBOX \"/comment\" \"value.priv\""));
    }
}
