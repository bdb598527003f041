namespace ImapAsync.Tests;

/// <summary>GETMETADATA and SETMETADATA (RFC 5464 §4).</summary>
public sealed class MetadataCommandTests
{
    public static TheoryData<ImapCommand, string> Commands => new()
    {
        { new GetMetadataCommand("", "/shared/comment"), "GETMETADATA \"\" /shared/comment" },
        { new GetMetadataCommand("INBOX", "/shared/comment", "/private/comment"), "GETMETADATA INBOX (/shared/comment /private/comment)" },
        { new GetMetadataCommand("INBOX", "/private/a b") { MaxSize = 1024 }, "GETMETADATA (MAXSIZE 1024) INBOX \"/private/a b\"" },
        { new GetMetadataCommand("INBOX", "/private/filters/values") { Depth = MetadataDepth.One }, "GETMETADATA (DEPTH 1) INBOX /private/filters/values" },
        { new GetMetadataCommand("Größe", "/private", "/shared") { Depth = MetadataDepth.Infinity, MaxSize = 0 }, "GETMETADATA (MAXSIZE 0 DEPTH infinity) Gr&APYA3w-e (/private /shared)" },
        { new SetMetadataCommand("INBOX", new MetadataEntry("/private/comment", "My new comment across\r\ntwo lines.\r\n")), "SETMETADATA INBOX (/private/comment {35+}\r\nMy new comment across\r\ntwo lines.\r\n)" },
        { new SetMetadataCommand("INBOX", new MetadataEntry("/private/comment", null)), "SETMETADATA INBOX (/private/comment NIL)" },
        {
            new SetMetadataCommand("INBOX", new("/private/comment", "My new comment"), new("/shared/comment", "This one is for \"you\"!")),
            "SETMETADATA INBOX (/private/comment \"My new comment\" /shared/comment \"This one is for \\\"you\\\"!\")"
        },
        { new SetMetadataCommand("", new MetadataEntry("/shared/x", "Grüße")), "SETMETADATA \"\" (/shared/x {7+}\r\nGrüße)" },
        { new SetMetadataCommand("", new MetadataEntry("/shared/x", new byte[] { 1, 0, 2 })), "SETMETADATA \"\" (/shared/x ~{3}\r\n)" },
        { new SetMetadataCommand("", new MetadataEntry("/shared/x", "")), "SETMETADATA \"\" (/shared/x \"\")" },
    };

    [Theory]
    [MemberData(nameof(Commands))]
    public void Are_written(ImapCommand command, string expected) => Assert.Equal(expected, Encoded.Of(command));

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("private/comment")]
    [InlineData("/private/")]
    [InlineData("/private//comment")]
    [InlineData("/private/*")]
    [InlineData("/private/%")]
    [InlineData("/private/ü")]
    [InlineData("/private/a\r\nA2 LOGOUT")]
    [InlineData("/private/a\0")]
    public void Entry_has_the_form_of_the_RFC(string entry)
    {
        Assert.Contains("such as /private/comment", Assert.Throws<ArgumentException>(() => Encoded.Of(new GetMetadataCommand("x", entry))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Encoded.Of(new SetMetadataCommand("x", new MetadataEntry(entry, "y"))));
        Assert.Throws<ArgumentException>(() => Encoded.Of(new ListCommand("", "*") { Metadata = [entry] }));
    }

    [Fact]
    public void An_entry_is_required()
    {
        Assert.Throws<ArgumentException>(() => new GetMetadataCommand("x", []));
        Assert.Throws<ArgumentException>(() => new SetMetadataCommand("x", []));
    }

    // RFC 5464 §4.4.1, Cyrus 3.6.1 (quoted names), Dovecot 2.3.19 (a literal).
    [Theory]
    [InlineData("METADATA INBOX (/shared/comment \"Shared comment\" /private/comment \"mine\")")]
    [InlineData("METADATA \"INBOX\" (\"/shared/comment\" \"Shared comment\" \"/private/comment\" {4}\r\nmine)")]
    [InlineData("metadata inbox (/SHARED/comment {14}\r\nShared comment)", "METADATA INBOX (/private/comment ~{4}\r\nmine)")]
    public void Values_are_read(params string[] lines)
    {
        MailboxMetadata metadata = new GetMetadataCommand("INBOX", "/shared/comment", "/private/comment").Collect(lines);

        Assert.Equal("Shared comment", metadata["/shared/comment"]?.Text);
        Assert.Equal("mine", metadata["/private/COMMENT"]?.ToString());
        Assert.Null(metadata["/private/other"]);
        Assert.Null(metadata.LongestLeftOut);
    }

    [Fact]
    public void Values_may_be_nil_or_octets()
    {
        MailboxMetadata metadata = new GetMetadataCommand("", "/shared").Collect("METADATA \"\" (/shared/a NIL /shared/b ~{3}\r\n\u0001\0) /shared/c \"\" /shared/d)");

        Assert.Equal(["/shared/a", "/shared/b", "/shared/c", "/shared/d"], metadata.Entries.Select(entry => entry.Name));
        Assert.Null(metadata["/shared/a"]);
        Assert.Equal([1, 0, (byte)')'], metadata["/shared/b"]!.Value.Octets.ToArray());
        Assert.Equal("", metadata["/shared/c"]?.Text);
        Assert.Null(metadata["/shared/d"]);
    }

    // Cyrus and Dovecot alike.
    [Fact]
    public void What_is_too_large_is_reported()
    {
        GetMetadataCommand command = new("INBOX", "/private/comment") { MaxSize = 2 };

        Assert.Equal(2199, command.Collect("[METADATA LONGENTRIES 2199]", out _).LongestLeftOut);
        Assert.Null(command.Collect("[METADATA LONGENTRIES]", out _).LongestLeftOut);
        Assert.Null(command.Collect("[METADATA TOOMANY]", out _).LongestLeftOut);
        Assert.Null(command.Collect("[METADATA]", out _).LongestLeftOut);
        Assert.Null(command.Collect("[ALERT]", out _).LongestLeftOut);
    }

    [Fact]
    public void Updates_and_other_mailboxes_are_passed_on()
    {
        string[] lines = ["METADATA INBOX /shared/comment", "METADATA \"\" (/shared/comment \"x\")", "METADATA other (/shared/comment \"x\")"];

        MailboxMetadata metadata = new GetMetadataCommand("INBOX", "/shared/comment").Collect("", out List<string> passedOn, lines);

        Assert.Equal(lines, passedOn);
        Assert.Empty(metadata.Entries);
    }

    [Theory]
    [InlineData("METADATA x (/a \"b\"")]
    [InlineData("METADATA x (/a (b))")]
    [InlineData("METADATA x (/a {100}\r\nb)")]
    public void What_cannot_be_read_is_malformed(string line) => Assert.Throws<ImapProtocolException>(() => new GetMetadataCommand("x", "/a").Collect(line));

    [Fact]
    public void Values_are_compared_by_octets()
    {
        MetadataValue value = "Grüße";

        Assert.Equal(System.Text.Encoding.UTF8.GetBytes("Grüße"), value);
        Assert.True(value == "Grüße");
        Assert.True(value != "x");
        Assert.Equal(value.GetHashCode(), ((MetadataValue)"Grüße").GetHashCode());
    }

    [Fact]
    public async Task Named_methods_send_their_commands()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        ImapConnection imap = server.Connection;

        Task<MetadataValue?> one = imap.GetMetadataAsync("INBOX", "/private/comment");
        Task<MailboxMetadata> all = imap.GetMetadataAsync("", ["/private", "/shared"], MetadataDepth.Infinity);
        Task set = imap.SetMetadataAsync("INBOX", "/private/comment", "x");
        Task removed = imap.SetMetadataAsync("INBOX", "/private/comment", null);
        Assert.Equal(
            "A1 GETMETADATA INBOX /private/comment\r\nA2 GETMETADATA (DEPTH infinity) \"\" (/private /shared)\r\nA3 SETMETADATA INBOX (/private/comment \"x\")\r\nA4 SETMETADATA INBOX (/private/comment NIL)\r\n",
            await server.ReceiveAllAsync());
        await server.SendAsync("* METADATA INBOX (/private/comment \"c\")\r\nA1 OK\r\n* METADATA \"\" (/shared/a \"1\" /shared/b \"2\")\r\nA2 OK\r\nA3 OK\r\nA4 NO [METADATA TOOMANY] no\r\n");

        Assert.Equal("c", (await one)?.Text);
        Assert.Equal(2, (await all).Entries.Count);
        await set;
        await Assert.ThrowsAsync<ImapCommandException>(() => removed);
    }
}
