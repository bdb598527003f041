namespace ImapAsync.Tests;

/// <summary>Bad input of every kind: the exception says what was wrong and what to do, nothing of it is sent, and the next command works.</summary>
public sealed class BadInputTests
{
    private static readonly Dictionary<string, (Func<ImapConnection, SelectedMailbox, Task> Act, Type Type, string Message)> Cases = new()
    {
        ["CR LF in a mailbox's name"] = ((imap, _) => imap.CreateMailboxAsync("a\r\nA3 DELETE INBOX"), typeof(ArgumentException),
            "Remove U+000D at index 1: no mailbox name can contain NUL, CR or LF."),
        ["NUL in a mailbox's name"] = ((imap, _) => imap.DeleteMailboxAsync("a\0b"), typeof(ArgumentException),
            "Remove U+0000 at index 1: no mailbox name can contain NUL, CR or LF."),
        ["half a character in a mailbox's name"] = ((imap, _) => imap.DeleteMailboxAsync("a\ud800"), typeof(ArgumentException),
            "U+D800 at index 1 is half a surrogate pair: use valid Unicode."),
        ["an empty mailbox name"] = ((imap, _) => imap.SelectAsync(""), typeof(ArgumentException),
            "The mailbox name is empty: name a mailbox, such as \"INBOX\"."),
        ["an empty set to STORE"] = ((_, inbox) => inbox.AddFlagsAsync(UidSet.Empty, Flag.Seen), typeof(ArgumentException),
            "The set of messages is empty: a command needs at least one."),
        ["an empty set to COPY"] = ((_, inbox) => inbox.CopyAsync(UidSet.Empty, "Archive"), typeof(ArgumentException),
            "The set of messages is empty: a command needs at least one."),
        ["an empty set to EXPUNGE"] = ((_, inbox) => inbox.ExpungeAsync(UidSet.Empty), typeof(ArgumentException),
            "The set of messages is empty: a command needs at least one."),
        ["an empty set in a FETCH command"] = ((_, inbox) => inbox.SendAsync(new UidFetchCommand(UidSet.Empty, FetchItems.Flags)).AsTask(), typeof(InvalidOperationException),
            "An empty set cannot be sent: IMAP cannot write it. Check IsEmpty, and leave the command out."),
        ["a set that is none"] = ((_, inbox) => inbox.CopyAsync(UidSet.Parse("1:x"), "Archive"), typeof(FormatException),
            "\"1:x\" is not a set of messages. Write numbers from 1 to 4294967295, ranges, *, and commas: 1:3,7,12:*"),
        ["UID 0"] = ((_, inbox) => inbox.CopyAsync(new Uid(0), "Archive"), typeof(ArgumentOutOfRangeException),
            "0 is not a UID: UIDs start at 1 (RFC 9051 §2.3.1.1). Use null if there is no message."),
        ["a section that cannot be"] = ((_, inbox) => ReadAsync(inbox, FetchItem.BodyMarkingSeen(BodySection.Parse("1.HEADERS"))), typeof(FormatException),
            "\"1.HEADERS\" is not a body section. Write part numbers, and after them HEADER, HEADER.FIELDS (Subject From), HEADER.FIELDS.NOT (Received), TEXT or MIME, such as 1.2.MIME; an empty text is the whole message."),
        ["part 0"] = ((_, inbox) => ReadAsync(inbox, FetchItem.BodyMarkingSeen(BodySection.Part(0))), typeof(ArgumentException),
            "0 is not a part number: parts are counted from 1 (RFC 9051 §6.4.5.1)."),
        ["a negative offset"] = ((_, inbox) => ReadAsync(inbox, FetchItem.BodyMarkingSeen(BodySection.Text, -1, 10)), typeof(ArgumentOutOfRangeException),
            "offset ('-1') must be a non-negative value."),
        ["a partial of nothing"] = ((_, inbox) => ReadAsync(inbox, FetchItem.BodyMarkingSeen(BodySection.Text, 0, 0)), typeof(ArgumentOutOfRangeException),
            "count ('0') must be a non-negative and non-zero value."),
        ["nothing to fetch"] = ((_, inbox) => ReadAsync(inbox, []), typeof(InvalidOperationException),
            "A FETCH must request something: name at least one item, such as FetchItems.Flags."),
        ["a flag with a space"] = ((_, inbox) => inbox.AddFlagsAsync(new Uid(1), new Flag("a b")), typeof(ArgumentException),
            "The flag \"a b\" has a character that IMAP does not allow (U+0020). Use printable ASCII without space and ( ) { % * \" \\ ], such as $Forwarded; only a system flag begins with a backslash."),
        ["a flag with a parenthesis"] = ((_, inbox) => inbox.AddFlagsAsync(new Uid(1), [@"\Seen)"]), typeof(ArgumentException),
            "The flag \"\\Seen)\" has a character that IMAP does not allow (U+0029). Use printable ASCII without space and ( ) { % * \" \\ ], such as $Forwarded; only a system flag begins with a backslash."),
        ["no flag"] = ((_, inbox) => inbox.AddFlagsAsync(new Uid(1), FlagSet.Empty), typeof(ArgumentException),
            "There is no flag to add or remove: pass at least one. Only FlagOperation.Set accepts an empty set, and removes all flags."),
        ["a header field's name with a colon"] = ((_, inbox) => inbox.SearchAsync(SearchQuery.Header("Subject:", "x")), typeof(ArgumentException),
            "\"Subject:\" is not the name of a header: leave the colon out."),
        ["NUL in a text to search"] = ((_, inbox) => inbox.SearchAsync(SearchQuery.From("a\0b")), typeof(ArgumentException),
            "There is a NUL at position 1: no IMAP string can hold it."),
        ["CR LF in raw keys"] = ((_, inbox) => inbox.SearchAsync(SearchQuery.Raw("ALL\r\nA3 DELETE INBOX")), typeof(ArgumentException),
            "There is a CR at position 3: it would end the command's line. Send such text as a string or a literal."),
        ["no key to sort by"] = ((_, inbox) => inbox.SortAsync([], SearchQuery.All), typeof(ArgumentException),
            "There is no sort key: pass at least one, such as SortKey.Date."),
        ["no algorithm to thread by"] = ((_, inbox) => inbox.ThreadAsync("", SearchQuery.All), typeof(ArgumentException),
            "\"\" is not a threading algorithm: it must be an atom, such as REFERENCES."),
        ["an empty message"] = ((imap, _) => imap.AppendAsync("INBOX", Array.Empty<byte>()), typeof(ArgumentException),
            "The message is empty: servers refuse a message without octets. (A stream is sent from its current position: set it to 0 first.)"),
        ["no message"] = ((imap, _) => imap.AppendAsync("INBOX", (IReadOnlyList<AppendMessage>)[]), typeof(ArgumentException),
            "There is no message to append: pass at least one."),
        ["a stream whose length is not known"] = ((imap, _) => imap.AppendAsync("INBOX", ImapLiteral.From(new BlockingStream())), typeof(ArgumentException),
            "The stream is not seekable and its length is unknown: specify the number of octets."),
        ["a command on messages, sent through the connection"] = ((imap, _) => imap.SendAsync(new UidExpungeCommand(new Uid(1))).AsTask(), typeof(InvalidOperationException),
            "UID EXPUNGE acts on messages: send it through the SelectedMailbox that SelectAsync returned, so that it can never reach another mailbox."),
        ["CR LF in a raw command"] = ((imap, _) => imap.SendRawAsync("NOOP\r\nA3 DELETE", ["INBOX"]), typeof(ArgumentException),
            "\"NOOP\r\nA3 DELETE\" is not the name of a command: it is one or more words with a space between them."),
        ["a raw command on the messages of whatever is selected"] = ((imap, _) => imap.SendRawAsync("UID EXPUNGE", [RawArgument.Raw("1:*")]), typeof(InvalidOperationException),
            "UID EXPUNGE acts on messages: send it through the SelectedMailbox that SelectAsync returned, so that it can never reach another mailbox."),
        ["CR LF in a raw argument"] = ((imap, _) => imap.SendRawAsync("XYZZY", ["(a\r\nA3 DELETE INBOX)"]), typeof(ArgumentException),
            "There is a CR at position 2: it would end the command's line. Send such text as a string or a literal."),
        ["no capability to enable"] = ((imap, _) => imap.EnableAsync([]), typeof(ArgumentException),
            "ENABLE needs a capability, such as QRESYNC."),
        ["an unknown right"] = ((imap, _) => imap.SetAclAsync("INBOX", "bob", "l r"), typeof(ArgumentException),
            "\"l r\" has a ' ': rights are lower-case letters and digits, such as \"lrs\" (RFC 4314 §2)."),
        ["a negative quota"] = ((imap, _) => imap.SetQuotaAsync("", [new(QuotaResource.Storage, -1)]), typeof(ArgumentOutOfRangeException),
            "value ('-1') must be a non-negative value."),
        ["no name of an annotation"] = ((imap, _) => imap.SetMetadataAsync("INBOX", "", "x"), typeof(ArgumentException),
            "\"\" is not the name of a metadata entry: it begins with a slash, ends without one, and is ASCII without * and %, such as /private/comment (RFC 5464 §3.2)."),
        ["a password in the clear"] = ((imap, _) => imap.LoginAsync("alice", "secret"), typeof(InvalidOperationException),
            "LOGIN would send a secret in the clear: connect with TLS, or set ImapConnectionOptions.AllowPlaintext if you trust the network."),
        ["an empty user name"] = ((imap, _) => imap.AuthenticateAsync(SaslMechanism.Plain("", "secret")), typeof(ArgumentException),
            "The value cannot be an empty string."),
        ["a token that is none"] = ((imap, _) => imap.AuthenticateAsync(SaslMechanism.XOAuth2("alice", "a b")), typeof(ArgumentException),
            "The token has characters other than visible ASCII: it is not an access token (RFC 6750 §2.1)."),
        ["a host with a scheme"] = ((_, _) => ImapConnection.ConnectAsync("imaps://imap.example.org"), typeof(ArgumentException),
            "'imaps://imap.example.org' is not a host name or an IP address. Specify only the name, without scheme, user or port."),
        ["a host with a port"] = ((_, _) => ImapConnection.ConnectAsync("imap.example.org:993"), typeof(ArgumentException),
            "'imap.example.org:993' is not a host name or an IP address. Specify only the name, without scheme, user or port."),
        ["port 0"] = ((_, _) => ImapConnection.ConnectAsync(new ImapEndpoint("imap.example.org", 0)), typeof(ArgumentOutOfRangeException),
            "A port is between 1 and 65535; IMAP over TLS uses 993, IMAP with STARTTLS 143."),
        ["no time at all"] = ((_, _) => Task.FromResult(new ImapConnectionOptions { SilenceTimeout = TimeSpan.Zero }), typeof(ArgumentOutOfRangeException),
            "A timeout must be more than zero and less than 49 days, or Timeout.InfiniteTimeSpan."),
        ["more time than a timer has"] = ((_, _) => Task.FromResult(new ImapConnectionOptions { IdleRestart = TimeSpan.MaxValue }), typeof(ArgumentOutOfRangeException),
            "A timeout must be more than zero and less than 49 days, or Timeout.InfiniteTimeSpan."),
    };

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Nothing_is_sent(string name)
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync(options: new ImapConnectionOptions());
        SelectedMailbox inbox = await server.SelectAsync();
        (Func<ImapConnection, SelectedMailbox, Task> act, Type type, string message) = Cases[name];

        Exception refusal = await Assert.ThrowsAsync(type, () => act(server.Connection, inbox).InTime());

        Assert.Equal(message, refusal.Message.Split(" (Parameter ")[0]);
        Assert.Equal("", await server.ReceiveAllAsync());
        Task next = server.Connection.NoopAsync(TestContext.Current.CancellationToken);
        string line = await server.ReceiveLineAsync();
        Assert.EndsWith(" NOOP", line, StringComparison.Ordinal);
        await server.SendAsync($"{line[..line.IndexOf(' ', StringComparison.Ordinal)]} OK done\r\n");
        await next.InTime();
    }

    private static async Task ReadAsync(SelectedMailbox inbox, FetchItems items)
    {
        await foreach (FetchedMessage _ in inbox.FetchAsync(new Uid(1), items))
            Assert.Fail("Nothing can come.");
    }
}
