using ImapAsync.Extensibility;

namespace ImapAsync.Tests;

/// <summary>LIST responses as RFCs show them and as servers send them.</summary>
public sealed class ListAnswerTests
{
    public static TheoryData<string, string, char?, string> Lines => new()
    {
        { @"LIST (\Noselect) ""/"" ~/Mail/foo", "~/Mail/foo", '/', @"(\Noselect)" },
        { @"LIST (\Noselect) ""/"" """"", "", '/', @"(\Noselect)" },
        { @"LIST () ""."" #news.comp.mail.misc", "#news.comp.mail.misc", '.', "()" },
        { @"list (\HasNoChildren \drafts) ""."" INBOX.Drafts", "INBOX.Drafts", '.', @"(\HasNoChildren \drafts)" },
        { @"LIST (\HasNoChildren) ""/"" ""Gr&APwA3w-e""", "Grüße", '/', @"(\HasNoChildren)" },
        { @"LIST (\HasNoChildren) ""\\"" ""a\\b""", @"a\b", '\\', @"(\HasNoChildren)" },
        { @"LIST () ""/"" ""say \""hi\""""", "say \"hi\"", '/', "()" },
        { "LIST () \"/\" {5}\r\na \"\\b", "a \"\\b", '/', "()" },
        { @"LIST () ""/"" nil", "nil", '/', "()" },
        { @"LIST (\X-Unknown \Weird&2) ""/"" x", "x", '/', @"(\X-Unknown \Weird&2)" },
        // Yahoo and others: no hierarchy.
        { "LIST () NIL INBOX", "INBOX", null, "()" },
        { "LIST () nil Inbox", "Inbox", null, "()" },
        { "LIST () \"\" x", "x", null, "()" },
        { "LIST NIL NIL x", "x", null, "()" },
        { "LIST (NIL) \"/\" x", "x", '/', "()" },
        { "LIST (\"\\HasChildren\") / x", "x", '/', @"(\HasChildren)" },
        { "LIST ( \\HasChildren\t\\Sent  ) \"/\" x", "x", '/', @"(\HasChildren \Sent)" },
        // Exchange: names without quotes, whatever they contain.
        { "LIST (\\Marked) \"/\" Public Folders\tall", "Public Folders\tall", '/', @"(\Marked)" },
        { "LIST () \"/\" [Gmail]/All Mail", "[Gmail]/All Mail", '/', "()" },
        { "LIST () \"/\" Projects (old)", "Projects (old)", '/', "()" },
        { "LIST () \"/\" Projects (old and new)", "Projects (old and new)", '/', "()" },
        { "LIST () \"/\" (x)", "(x)", '/', "()" },
        { "LIST () \"/\" a(b", "a(b", '/', "()" },
        { "LIST () \"/\"  INBOX  ", "INBOX", '/', "()" },
        // Raw UTF-8, and Latin-1, where neither is allowed.
        { "LIST () \"/\" \"Grüße\"", "Grüße", '/', "()" },
    };

    [Theory]
    [MemberData(nameof(Lines))]
    public void Is_read(string line, string name, char? delimiter, string attributes)
    {
        MailboxInfo mailbox = Assert.Single(new ListCommand("", "*").Collect(line));

        Assert.Equal(name, mailbox.Name.Value);
        Assert.Equal(delimiter, mailbox.Delimiter);
        Assert.Equal(attributes, mailbox.Attributes.ToString());
        Assert.Null(mailbox.Status);
        Assert.Null(mailbox.MyRights);
        Assert.Null(mailbox.OldName);
        Assert.Empty(mailbox.ChildInfo);
        Assert.Empty(mailbox.ExtendedData);
    }

    [Theory]
    [InlineData("LIST (\\X) \"/\" \"a&b\"", "a&b")]
    [InlineData("LIST (\\X) \"/\" \"&AGE-\"", "&AGE-")]
    [InlineData("LIST (\\X) \"/\" \"&Jjo!\"", "&Jjo!")]
    [InlineData("LIST (\\X) \"/\" \"Grüße\"", "Grüße")]
    public void A_name_in_no_valid_encoding_is_sent_back_unchanged(string line, string octets)
    {
        MailboxName name = Assert.Single(new ListCommand("", "*").Collect(line)).Name;

        string sent = Encoded.Of(new SubscribeCommand(name));

        Assert.EndsWith(octets, sent.TrimEnd('"'), StringComparison.Ordinal);
    }

    [Fact]
    public void Special_use_is_found_in_any_case()
    {
        IReadOnlyList<MailboxInfo> mailboxes = new ListCommand("", "*").Collect(
            @"LIST (\HasNoChildren \sent) ""."" INBOX.Sent", @"LIST (\Noselect \HasChildren) ""/"" Public", @"LIST (\NonExistent) ""/"" Virtual", @"LIST () ""/"" INBOX");

        Assert.Equal([MailboxAttribute.Sent, null, null, null], mailboxes.Select(mailbox => mailbox.SpecialUse));
        Assert.Equal([true, false, false, true], mailboxes.Select(mailbox => mailbox.IsSelectable));
    }

    // RFC 9051 §6.3.9.7 and §6.3.9.6.
    [Fact]
    public void Extended_data_is_read()
    {
        IReadOnlyList<MailboxInfo> mailboxes = new ListCommand("", "*").Collect(
            @"LIST (\NonExistent \HasChildren) ""/"" foo2 (CHILDINFO (""SUBSCRIBED""))",
            @"LIST (\Subscribed) ""/"" ""baz2"" (""CHILDINFO"" (""SUBSCRIBED"" ""SPECIAL-USE"") X-Foo (a ""b"" (3)))",
            @"LIST () ""/"" ""NewMailbox"" (""OLDNAME"" (""OldMailbox""))",
            @"LIST () ""/"" INBOX (oldname (inbox) tag 12)",
            @"LIST () ""/"" x ()");

        Assert.Equal(["SUBSCRIBED"], mailboxes[0].ChildInfo);
        Assert.Equal(["SUBSCRIBED", "SPECIAL-USE"], mailboxes[1].ChildInfo);
        Assert.Equal("baz2", mailboxes[1].Name);
        Assert.Equal("(a \"b\" (3))", mailboxes[1].ExtendedData["x-foo"].ToString());
        Assert.Equal(3u, mailboxes[1].ExtendedData["X-FOO"].Items[2].Items[0].Number);
        Assert.Equal<MailboxName?>("OldMailbox", mailboxes[2].OldName);
        Assert.Equal<MailboxName?>("INBOX", mailboxes[3].OldName);
        Assert.Equal(12u, mailboxes[3].ExtendedData["TAG"].Number);
        Assert.Equal("x", mailboxes[4].Name.Value);
    }

    [Theory]
    [InlineData("LIST")]
    [InlineData("LIST ()")]
    [InlineData("LIST () \"/\"")]
    [InlineData("LIST (\\X \"/\" x")]
    [InlineData("LIST (\\X")]
    [InlineData("LIST \\X \"/\" x")]
    [InlineData("LIST () \"/ x")]
    [InlineData("LIST () \"/\" \"x\" (tag (")]
    [InlineData("LIST () \"/\" x (tag (a)")]
    public void What_cannot_be_read_is_malformed(string line) => Assert.Throws<ImapProtocolException>(() => new ListCommand("", "*").Collect(line));

    [Fact]
    public void Deep_nesting_is_stopped() =>
        Assert.Throws<ImapLimitException>(() => new ListCommand("", "*").Collect($"LIST () \"/\" x (tag {new string('(', 500)}{new string(')', 500)})"));

    [Fact]
    public void Each_command_takes_its_own()
    {
        string[] lines = [@"LIST () ""/"" a", @"LSUB () ""/"" b", @"XLIST () ""/"" c", "STATUS a (MESSAGES 1)", "MYRIGHTS a lr", @"METADATA a (/x ""y"")", "1 EXISTS"];

        Assert.Equal("a", Assert.Single(new ListCommand("", "*").Collect("", out List<string> passedOn, lines)).Name.Value);
        Assert.Equal(lines[1..], passedOn);
        Assert.Equal("b", Assert.Single(new LsubCommand("", "*").Collect(lines)).Name.Value);
        Assert.Equal("a", Assert.Single(new RlistCommand("", "*").Collect(lines)).Name.Value);
        Assert.Equal("b", Assert.Single(new RlsubCommand("", "*").Collect(lines)).Name.Value);
    }

    [Fact]
    public void An_extension_can_use_the_same_reading()
    {
        MailboxListCollector collector = new("XLIST", "LIST");

        Assert.True(collector.TryCollect(Answers.Untagged(@"XLIST (\HasChildren \Inbox) ""."" INBOX")));
        Assert.True(collector.TryCollect(Answers.Untagged(@"LIST (\HasNoChildren \Marked) ""/"" a")));
        Assert.False(collector.TryCollect(Answers.Untagged(@"LSUB () ""/"" a")));
        Assert.Equal(["INBOX", "a"], collector.Complete(null).Select(mailbox => mailbox.Name.Value));
    }

    [Fact]
    public void Same_attributes_are_one_object()
    {
        IReadOnlyList<MailboxInfo> mailboxes = new ListCommand("", "*").Collect(@"LIST (\HasNoChildren) ""/"" a", @"LIST (\HasNoChildren) ""/"" b");

        Assert.Same(mailboxes[0].Attributes, mailboxes[1].Attributes);
    }

    [Fact]
    public void Many_different_attributes_are_all_read()
    {
        string[] lines = [.. Enumerable.Range(0, 100).Select(i => $@"LIST (\A{i}) ""/"" m{i}")];

        IReadOnlyList<MailboxInfo> mailboxes = new ListCommand("", "*").Collect(lines);

        Assert.All(mailboxes, (mailbox, i) => Assert.True(mailbox.Attributes.Contains($@"\a{i}")));
    }
}
