using ImapAsync.Testing.Tests.Support;

namespace ImapAsync.Testing.Tests.Wire;

/// <summary>Levels of the hierarchy that are not mailboxes, in LIST (RFC 3501 §6.3.8, RFC 5258 §3.5).</summary>
public sealed class LevelsWireTests
{
    private const string Own = "* LIST (\\HasNoChildren) \"/\" INBOX\r\n";
    private const string Others = "* LIST (\\Noselect \\HasChildren) \"/\" \"Other Users\"\r\n";
    private const string Bob = "* LIST (\\Noselect \\HasChildren) \"/\" \"Other Users/bob\"\r\n";
    private const string Work = "* LIST (\\HasNoChildren) \"/\" \"Other Users/bob/Work\"\r\n";

    [Theory]
    [InlineData("LIST \"\" %", Own + Others)]
    [InlineData("LIST \"\" \"Other Users/%\"", Bob)]
    [InlineData("LIST \"Other Users/\" %", Bob)]
    [InlineData("LIST \"\" \"Other Users/bob/%\"", Work)]
    [InlineData("LIST \"\" %/%", Bob)]
    [InlineData("LIST \"\" *", Own + Work + Others + Bob)]
    [InlineData("LIST \"\" Oth*", Work + Others + Bob)]
    [InlineData("LIST \"\" \"Other Users\"", Others)]
    [InlineData("LIST \"\" (%) RETURN (CHILDREN)", Own + "* LIST (\\NonExistent \\HasChildren) \"/\" \"Other Users\"\r\n")]
    [InlineData("LIST (SPECIAL-USE) \"\" %", "")]
    [InlineData("LIST (SUBSCRIBED) \"\" %", "")]
    [InlineData("LIST (SUBSCRIBED RECURSIVEMATCH) \"\" %", "* LIST (\\NonExistent \\HasChildren) \"/\" \"Other Users\" (\"CHILDINFO\" (\"SUBSCRIBED\"))\r\n")]
    public async Task Above_what_others_share(string command, string expected)
    {
        await using ImapTestServer server = await Servers.WithThreeMessagesAsync();
        server.User("bob").AddMailbox("Work").Grant("alice", "lr");
        await using WireClient client = await WireClient.LogInAsync(server);
        await client.CommandAsync("A0 SUBSCRIBE \"Other Users/bob/Work\"");
        Assert.Equal(expected + "A1 OK Completed\r\n", await client.CommandAsync("A1 " + command));
    }

    [Fact]
    public async Task Do_not_exist_where_nothing_is_shared()
    {
        await using ImapTestServer server = await Servers.WithThreeMessagesAsync();
        server.User("bob").AddMailbox("Work");
        await using WireClient client = await WireClient.LogInAsync(server);
        Assert.Equal(Own + "A1 OK Completed\r\n", await client.CommandAsync("A1 LIST \"\" %"));
    }

    // The examples of RFC 5258 §5: 8 and 9.
    [Theory]
    [InlineData("LIST (SUBSCRIBED RECURSIVEMATCH) \"\" foo2", "foo2 ()!")]
    [InlineData("LIST (SUBSCRIBED RECURSIVEMATCH) \"\" %", "eps2 (\\Subscribed)! baz2 ()! foo2 ()! qux2 (\\NonExistent)!")]
    [InlineData("LIST (RECURSIVEMATCH SUBSCRIBED) \"\" \"*2\"",
        "baz2/bar2 (\\Subscribed) baz2/bar22 (\\Subscribed) baz2/bar222 (\\Subscribed) eps2 (\\Subscribed)! foo2/bar2 (\\Subscribed) qux2/bar2 (\\NonExistent \\Subscribed) foo2 ()!")]
    [InlineData("LIST (RECURSIVEMATCH SUBSCRIBED) \"\" *",
        "baz2/bar2 (\\Subscribed) baz2/bar22 (\\Subscribed) baz2/bar222 (\\Subscribed) eps2 (\\Subscribed)! eps2/mamba (\\Subscribed) "
        + "foo2/bar1 (\\Subscribed) foo2/bar2 (\\Subscribed) qux2/bar2 (\\NonExistent \\Subscribed)")]
    [InlineData("LIST (SUBSCRIBED) \"\" %", "eps2 (\\Subscribed)")]
    public async Task Child_info_is_reported_where_it_adds_something(string command, string expected)
    {
        await using ImapTestServer server = await Servers.WithThreeMessagesAsync();
        await using WireClient client = await WireClient.LogInAsync(server);
        foreach (string name in new[] { "foo2/bar1", "foo2/bar2", "baz2/bar2", "baz2/bar22", "baz2/bar222", "eps2", "eps2/mamba", "qux2/bar2" })
        {
            await client.CommandAsync($"B CREATE {name}");
            await client.CommandAsync($"B SUBSCRIBE {name}");
        }

        await client.CommandAsync("B DELETE qux2/bar2");
        await client.CommandAsync("B DELETE qux2");
        string[] lines = (await client.CommandAsync("A1 " + command)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(expected.Replace(") ", ")\n", StringComparison.Ordinal).Replace("! ", "!\n", StringComparison.Ordinal).Split('\n').Order(StringComparer.Ordinal), lines[..^1].Select(Short).Order(StringComparer.Ordinal));
    }

    // Name, attributes except those about children, and a mark for CHILDINFO.
    private static string Short(string line)
    {
        const string ChildInfo = " (\"CHILDINFO\" (\"SUBSCRIBED\"))";
        string name = line.Replace(ChildInfo, "", StringComparison.Ordinal).Split(' ')[^1];
        string attributes = line[line.IndexOf('(', StringComparison.Ordinal)..(line.IndexOf(')', StringComparison.Ordinal) + 1)];
        attributes = attributes.Replace("\\HasNoChildren", "", StringComparison.Ordinal).Replace("\\HasChildren", "", StringComparison.Ordinal).Replace(" )", ")", StringComparison.Ordinal);
        return $"{name} {attributes}{(line.Contains(ChildInfo, StringComparison.Ordinal) ? "!" : "")}";
    }
}
