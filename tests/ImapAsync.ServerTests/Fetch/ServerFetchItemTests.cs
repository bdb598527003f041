using System.Text;

namespace ImapAsync.ServerTests;

/// <summary>Each item of FETCH that the servers have.</summary>
public sealed class ServerFetchItemTests(TestServers servers)
{
    private static readonly DateTimeOffset Date = new(2025, 2, 3, 4, 5, 6, TimeSpan.FromHours(-3.5));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [EveryConnection]
    [Seen("UID FETCH", "UID FETCH FLAGS", "UID FETCH INTERNALDATE", "UID FETCH RFC822.SIZE", "UID FETCH BODY")]
    public async Task Small_items(ServerKind kind, ImapSecurity security)
    {
        TestServer server = await servers.GetAsync(kind);
        await using ImapConnection connection = await server.ConnectAsync(security, server.NewAccount(), Token);
        SelectedMailbox mailbox = await PrepareAsync(connection);

        FetchItem[] items = [FetchItem.Uid, FetchItem.Flags, FetchItem.InternalDate, FetchItem.Size, FetchItem.Envelope, FetchItem.BasicBodyStructure];
        List<FetchedMessage> messages = await mailbox.FetchAllAsync(UidSet.All, FetchItems.Of(items), Token);

        Assert.Equal([1u, 2u], messages.Select(message => message.SequenceNumber.Value));
        FetchedMessage nested = messages[1];
        Assert.All(items, item => Assert.True(nested.Contains(item), item.ToString()));
        Assert.Equal(messages[0].Uid.Value + 1, nested.Uid.Value);
        Assert.Equal(FlagSet.Of(Flag.Flagged, "$Custom"), nested.Flags - Flag.Recent);
        Assert.Equal(FlagSet.Empty, messages[0].Flags - Flag.Recent);
        Assert.Equal(Date, nested.InternalDate);
        Assert.Equal(NestedMail.Source.Length, nested.Size);
        Assert.Equal("Message 1", messages[0].Envelope.Subject);
        Assert.Equal(4, nested.BodyStructure.Children.Count);
        Assert.Empty(nested.Malformed);
        Assert.False(nested.Contains(FetchItem.ModSequence));
        Assert.Contains("FetchItem.Preview", Assert.Throws<InvalidOperationException>(() => nested.Preview).Message, StringComparison.Ordinal);
    }

    [Theory]
    [EveryServer]
    [Seen("FETCH")]
    public async Task By_sequence_number(ServerKind kind)
    {
        TestServer server = await servers.GetAsync(kind);
        await using ImapConnection connection = await server.ConnectAsync(ImapSecurity.Tls, server.NewAccount(), Token);
        SelectedMailbox mailbox = await PrepareAsync(connection);

        List<string> subjects = [];
        ImapItems<FetchedMessage> stream = mailbox.FetchAsync(SequenceSet.Parse("1:*"), FetchItems.Envelope, Token);
        await foreach (FetchedMessage message in stream)
            subjects.Add($"{message.SequenceNumber} {message.Envelope.Subject}");

        Assert.Equal(["1 Message 1", "2 " + NestedMail.Subject], subjects);
        ImapResult<long> result = await stream.Completion;
        Assert.True(result.IsOk);
        Assert.Equal(2, result.Value);
    }

    [Theory]
    [EveryServer]
    [Seen("UID FETCH ENVELOPE")]
    public async Task Envelope(ServerKind kind)
    {
        TestServer server = await servers.GetAsync(kind);
        await using ImapConnection connection = await server.ConnectAsync(ImapSecurity.Tls, server.NewAccount(), Token);
        SelectedMailbox mailbox = await PrepareAsync(connection);

        Envelope envelope = (await mailbox.FetchOneAsync(UidSet.Last, FetchItems.Envelope, Token)).Envelope;

        Assert.Equal(NestedMail.Subject, envelope.Subject);
        Assert.Equal(new DateTimeOffset(2026, 1, 1, 23, 59, 58, TimeSpan.FromHours(-3.5)), envelope.Date);
        Assert.Equal("<outer@example.org>", envelope.MessageId);
        Assert.Equal("<before@example.org>", envelope.InReplyTo);
        EmailAddress from = Assert.Single(envelope.From);
        Assert.Equal(("Jürgen Müller", "juergen@example.org"), (from.DisplayName, from.Address));
        Assert.Equal("office@example.org", Assert.Single(envelope.Sender).Address);
        Assert.Equal(("Office, the", "reply@example.org"), (Assert.Single(envelope.ReplyTo).DisplayName, envelope.ReplyTo[0].Address));
        Assert.Equal(["anna@example.org", "bert@example.net", "carl@example.com"], envelope.To.Select(to => to.Address));
        Assert.Equal(["Friends", "Friends", null], envelope.To.Select(to => to.Group));
        Assert.Equal("Bert \"B\"", envelope.To[1].DisplayName);
        Assert.Equal("cc@example.org", Assert.Single(envelope.Cc).Address);
        Assert.Equal("bcc@example.org", Assert.Single(envelope.Bcc).Address);
    }

    [Theory]
    [EveryServer]
    [Seen("UID FETCH RFC822")]
    public async Task The_old_names(ServerKind kind)
    {
        TestServer server = await servers.GetAsync(kind);
        await using ImapConnection connection = await server.ConnectAsync(ImapSecurity.Tls, server.NewAccount(), Token);
        SelectedMailbox mailbox = await PrepareAsync(connection);

        Assert.Equal(NestedMail.Header, await mailbox.FetchTextAsync(UidSet.Last, FetchItem.Rfc822Header, Token));
        Assert.DoesNotContain(Flag.Seen, (await mailbox.FetchOneAsync(UidSet.Last, FetchItems.Flags, Token)).Flags);

        Assert.Equal(NestedMail.Source, await mailbox.FetchOctetsAsync(UidSet.Last, FetchItem.Rfc822MarkingSeen, Token));
        Assert.Equal(NestedMail.Source[NestedMail.Header.Length..], await mailbox.FetchOctetsAsync(UidSet.Last, FetchItem.Rfc822TextMarkingSeen, Token));
        Assert.Contains(Flag.Seen, (await mailbox.FetchOneAsync(UidSet.Last, FetchItems.Flags, Token)).Flags);

        FetchedMessage full = await mailbox.FetchOneAsync(UidSet.Last, FetchItems.FullMacro, Token);
        Assert.Equal(NestedMail.Subject, full.Envelope.Subject);
        Assert.Equal(NestedMail.Source.Length, full.Size);
    }

    [Theory]
    [EveryServer]
    [Seen("UID FETCH BODY.PEEK[section]", "UID FETCH BODY[section]")]
    public async Task Sections(ServerKind kind)
    {
        TestServer server = await servers.GetAsync(kind);
        await using ImapConnection connection = await server.ConnectAsync(ImapSecurity.Tls, server.NewAccount(), Token);
        SelectedMailbox mailbox = await PrepareAsync(connection);
        string source = Encoding.Latin1.GetString(NestedMail.Source);
        Dictionary<string, string> expected = new()
        {
            [""] = source,
            ["HEADER"] = NestedMail.Header,
            ["TEXT"] = source[NestedMail.Header.Length..],
            ["HEADER.FIELDS (Message-ID X-Nothing in-reply-to)"] = "Message-ID: <outer@example.org>\r\nIn-Reply-To: <before@example.org>\r\n\r\n",
            ["HEADER.FIELDS (X-Folded)"] = "X-Folded: one\r\n\ttwo\r\n three\r\n\r\n",
            ["1.1"] = NestedMail.PlainSource,
            ["1.1.MIME"] = NestedMail.PlainMimeHeader,
            ["2"] = NestedMail.InnerHeader + NestedMail.InnerBody,
            ["2.HEADER"] = NestedMail.InnerHeader,
            ["2.HEADER.FIELDS (Subject)"] = $"Subject: {NestedMail.InnerSubject}\r\n\r\n",
            ["2.TEXT"] = NestedMail.InnerBody,
            ["2.1"] = NestedMail.InnerText,
        };

        foreach ((string section, string octets) in expected)
            Assert.Equal(octets, await mailbox.FetchTextAsync(UidSet.Last, FetchItem.Body(BodySection.Parse(section)), Token));

        string? others = await mailbox.FetchTextAsync(UidSet.Last, FetchItem.Body(BodySection.HeaderFieldsNot("From", "To", "Subject", "Content-Type", "X-Folded", "Date")), Token);
        Assert.StartsWith("Sender: office@example.org\r\n", others, StringComparison.Ordinal);
        Assert.DoesNotContain("X-Folded", others, StringComparison.Ordinal);
        Assert.DoesNotContain(Flag.Seen, (await mailbox.FetchOneAsync(UidSet.Last, FetchItems.Flags, Token)).Flags);

        await mailbox.FetchTextAsync(UidSet.Last, FetchItem.BodyMarkingSeen(BodySection.Part(1, 1)), Token);
        Assert.Contains(Flag.Seen, (await mailbox.FetchOneAsync(UidSet.Last, FetchItems.Flags, Token)).Flags);
    }

    [Theory]
    [EveryServer]
    public async Task Many_sections_at_once(ServerKind kind)
    {
        TestServer server = await servers.GetAsync(kind);
        await using ImapConnection connection = await server.ConnectAsync(ImapSecurity.Tls, server.NewAccount(), Token);
        SelectedMailbox mailbox = await PrepareAsync(connection);

        FetchItems items = FetchItem.Body() | FetchItem.Flags | FetchItem.Body(BodySection.Header) | FetchItem.Body(BodySection.Part(2))
            | FetchItem.Size | FetchItem.Body(BodySection.Part(1, 1), 0, 6) | FetchItem.Body(BodySection.Part(1, 1).In(9)) | FetchItem.Envelope;
        Dictionary<BodySection, byte[]> octets = [];
        await foreach (FetchedMessage message in mailbox.FetchAsync(UidSet.Last, items, Token))
        {
            Assert.Equal(NestedMail.Source.Length, message.Size);
            Assert.Equal(NestedMail.Subject, message.Headers.Get("Subject"));
            // After a body that was read, the next one has arrived.
            for (int i = 0; i < message.Sections.Count; i++)
                octets[message.Sections[i].Section] = await message.Sections[i].ReadAllAsync(cancellationToken: Token);
            Assert.Equal(NestedMail.Subject, message.Envelope.Subject);
            Assert.Equal(0, message.Section(BodySection.Part(1, 1))?.Offset);
        }

        Assert.Equal(NestedMail.Source, octets[BodySection.Full]);
        Assert.Equal(NestedMail.Header, Encoding.ASCII.GetString(octets[BodySection.Header]));
        Assert.Equal(NestedMail.InnerHeader + NestedMail.InnerBody, Encoding.ASCII.GetString(octets[BodySection.Part(2)]));
        Assert.Equal("Sch=F6", Encoding.ASCII.GetString(octets[BodySection.Part(1, 1)]));
    }

    [Theory]
    [EveryServer]
    [Seen("UID FETCH BODY.PEEK[section]<partial>")]
    public async Task Partials(ServerKind kind)
    {
        TestServer server = await servers.GetAsync(kind);
        await using ImapConnection connection = await server.ConnectAsync(ImapSecurity.Tls, server.NewAccount(), Token);
        SelectedMailbox mailbox = await PrepareAsync(connection);
        int length = NestedMail.Source.Length;

        foreach ((int offset, int count) in new[] { (0, 10), (5, 100), (1000, 70_000), (length - 3, 100), (0, length + 1) })
        {
            byte[]? octets = await mailbox.FetchOctetsAsync(UidSet.Last, FetchItem.Body(BodySection.Full, offset, count), Token);
            Assert.Equal(NestedMail.Source[offset..Math.Min(offset + count, length)], octets);
        }

        FetchedMessage message = await mailbox.FetchOneAsync(UidSet.Last, FetchItem.Body(BodySection.Header, 6, 4), Token);
        Assert.Equal(6, Assert.Single(message.Sections).Offset);
        // Beyond the end there is nothing: an empty string or NIL.
        Assert.True(await mailbox.FetchOctetsAsync(UidSet.Last, FetchItem.Body(BodySection.Full, length + 10, 5), Token) is null or []);
    }

    [Theory]
    [EveryServer]
    public async Task Sections_that_do_not_exist(ServerKind kind)
    {
        TestServer server = await servers.GetAsync(kind);
        await using ImapConnection connection = await server.ConnectAsync(ImapSecurity.Tls, server.NewAccount(), Token);
        SelectedMailbox mailbox = await PrepareAsync(connection);

        foreach (string section in new[] { "7", "1.9", "2.5.1", "1.1.2" })
            Assert.True(await mailbox.FetchOctetsAsync(UidSet.Last, FetchItem.Body(BodySection.Parse(section)), Token) is null or [], section);
        // The connection is still usable.
        Assert.Equal(NestedMail.InnerText, await mailbox.FetchTextAsync(UidSet.Last, FetchItem.Body(BodySection.Part(2, 1)), Token));
    }

    [Theory]
    [EveryServer]
    [Seen("UID FETCH BINARY", "UID FETCH BINARY.SIZE")]
    public async Task Binary(ServerKind kind)
    {
        TestServer server = await servers.GetAsync(kind);
        await using ImapConnection connection = await server.ConnectAsync(ImapSecurity.Tls, server.NewAccount(), Token);
        SelectedMailbox mailbox = await PrepareAsync(connection);
        BodySection pdf = BodySection.Part(3);

        FetchedMessage sizes = await mailbox.FetchOneAsync(UidSet.Last, FetchItem.BinarySize(pdf) | FetchItem.BinarySize(BodySection.Part(1, 1)), Token);
        Assert.Equal(NestedMail.Pdf.Length, sizes.BinarySize(pdf));
        Assert.True(sizes.BinarySize(BodySection.Part(1, 1)) > 100, "BINARY.SIZE");

        Assert.Equal(NestedMail.Pdf, await mailbox.FetchOctetsAsync(UidSet.Last, FetchItem.Binary(pdf), Token));
        Assert.Equal(NestedMail.Pdf[100..120], await mailbox.FetchOctetsAsync(UidSet.Last, FetchItem.Binary(pdf, 100, 20), Token));
        Assert.Equal(NestedMail.PlainText, await mailbox.FetchTextAsync(UidSet.Last, FetchItem.Binary(BodySection.Part(1, 1)), Token));
        Assert.Equal(NestedMail.Png, await mailbox.FetchOctetsAsync(UidSet.Last, FetchItem.Binary(BodySection.Part(2, 2)), Token));
        Assert.DoesNotContain(Flag.Seen, (await mailbox.FetchOneAsync(UidSet.Last, FetchItems.Flags, Token)).Flags);
        Assert.Equal(NestedMail.Pdf, await mailbox.FetchOctetsAsync(UidSet.Last, FetchItem.BinaryMarkingSeen(pdf), Token));
        Assert.Contains(Flag.Seen, (await mailbox.FetchOneAsync(UidSet.Last, FetchItems.Flags, Token)).Flags);
    }

    [Theory]
    [EveryServer]
    [Seen("UID FETCH SAVEDATE", "UID FETCH PREVIEW")]
    public async Task Save_date_and_preview(ServerKind kind)
    {
        TestServer server = await servers.GetAsync(kind);
        await using ImapConnection connection = await server.ConnectAsync(ImapSecurity.Tls, server.NewAccount(), Token);
        DateTimeOffset before = TimeProvider.System.GetUtcNow();
        SelectedMailbox mailbox = await PrepareAsync(connection);

        FetchedMessage message = await mailbox.FetchOneAsync(UidSet.Last, FetchItem.SaveDate | FetchItem.Preview, Token);
        Assert.InRange(message.SaveDate!.Value, before.AddMinutes(-1), before.AddMinutes(5));
        Assert.True(message.Contains(FetchItem.Preview));
        // Cyrus announces PREVIEW but does not implement it.
        if (kind == ServerKind.Dovecot)
            Assert.StartsWith("Schöne Grüße", message.Preview, StringComparison.Ordinal);
        FetchedMessage lazy = await mailbox.FetchOneAsync(UidSet.Last, FetchItem.LazyPreview, Token);
        Assert.True(lazy.Contains(FetchItem.LazyPreview));
    }

    [Fact]
    [Seen("UID FETCH EMAILID", "UID FETCH THREADID", On = [ServerKind.Cyrus])]
    public async Task Object_ids()
    {
        TestServer server = await servers.GetCyrusAsync();
        await using ImapConnection connection = await server.ConnectAsync(ImapSecurity.Tls, server.NewAccount(), Token);
        SelectedMailbox mailbox = await PrepareAsync(connection);

        List<FetchedMessage> messages = await mailbox.FetchAllAsync(UidSet.All, FetchItem.EmailId | FetchItem.ThreadId, Token);
        Assert.Equal(2, messages.Select(message => message.EmailId).Distinct().Count());
        Assert.All(messages, message => Assert.Matches("^[A-Za-z0-9_-]{1,255}$", message.EmailId));
        Assert.All(messages, message => Assert.Matches("^[A-Za-z0-9_-]{1,255}$", message.ThreadId));
    }

    [Fact]
    [Seen("UID FETCH DIGEST.SHA1", On = [ServerKind.Cyrus])]
    public async Task Items_that_only_Cyrus_has()
    {
        TestServer server = await servers.GetCyrusAsync();
        await using ImapConnection connection = await server.ConnectAsync(ImapSecurity.Tls, server.NewAccount(), Token);
        SelectedMailbox mailbox = await PrepareAsync(connection);

        FetchedMessage digest = await mailbox.FetchOneAsync(UidSet.Last, FetchItem.Raw("DIGEST.SHA1"), Token);
        Assert.True(digest.TryGetRaw("DIGEST.SHA1", out ReadOnlyMemory<byte> sha1));
#pragma warning disable CA5350 // The value is whatever the server has.
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA1.HashData(NestedMail.Source)), Encoding.ASCII.GetString(sha1.Span));
#pragma warning restore CA5350
        FetchedMessage annotation = await mailbox.FetchOneAsync(UidSet.Last, FetchItem.Raw("ANNOTATION (/comment value.shared)"), Token);
        Assert.True(annotation.TryGetRaw("ANNOTATION", out ReadOnlyMemory<byte> values));
        Assert.Contains("/comment", Encoding.ASCII.GetString(values.Span), StringComparison.Ordinal);
        // Defined by RFC 1730.
        Assert.Equal(NestedMail.Source, await mailbox.FetchOctetsAsync(UidSet.Last, FetchItem.Raw("RFC822.PEEK"), Token));
    }

    [Fact]
    [Seen("UID FETCH X-GUID", On = [ServerKind.Dovecot])]
    public async Task Items_that_only_Dovecot_has()
    {
        TestServer server = await servers.GetDovecotAsync();
        await using ImapConnection connection = await server.ConnectAsync(ImapSecurity.Tls, server.NewAccount(), Token);
        SelectedMailbox mailbox = await PrepareAsync(connection);

        FetchedMessage message = await mailbox.FetchOneAsync(UidSet.Last, FetchItem.Raw("X-GUID") | FetchItem.Raw("SNIPPET"), Token);
        Assert.True(message.TryGetRaw("X-GUID", out ReadOnlyMemory<byte> guid));
        Assert.NotEqual(0, guid.Length);
        Assert.True(message.TryGetRaw("SNIPPET", out _));
        Assert.Equal(["SNIPPET", "X-GUID"], message.Extensions.Select(item => item.Name).Order(StringComparer.Ordinal));
    }

    [Theory]
    [EveryServer]
    [Seen("ENABLE", "UID FETCH MODSEQ", "UID FETCH (CHANGEDSINCE VANISHED)", "EXPUNGE")]
    public async Task Mod_sequence_s(ServerKind kind)
    {
        TestServer server = await servers.GetAsync(kind);
        await using ImapConnection connection = await server.ConnectAsync(ImapSecurity.Tls, server.NewAccount(), Token);
        await connection.EnableAsync(["QRESYNC"], Token);
        MailboxName name = server.NewMailboxName("modseq");
        IReadOnlyList<Uid> uids = await connection.CreateWithAsync(name, 5, 1, Token);
        SelectedMailbox mailbox = await connection.SelectAsync(name, Token);

        List<FetchedMessage> all = await mailbox.FetchAllAsync(UidSet.All, FetchItems.ModSequence, Token);
        Assert.Equal(uids, all.Select(message => message.Uid));
        ModSequence highest = all.Max(message => message.ModSequence!.Value);
        Assert.Equal(highest, mailbox.Selection.HighestModSequence);

        await mailbox.AddFlagsAsync(uids[1], Flag.Flagged, Token);
        await mailbox.AddFlagsAsync(uids[3], Flag.Deleted, Token);
        await mailbox.ExpungeAsync(Token);

        UidFetchCommand changes = new(UidSet.All, FetchItems.Flags) { ChangedSince = highest, Vanished = true, KeepUntagged = true };
        List<FetchedMessage> changed = [];
        ImapItems<FetchedMessage> stream = mailbox.StreamAsync(changes, Token);
        await foreach (FetchedMessage message in stream)
            changed.Add(message);

        FetchedMessage flagged = Assert.Single(changed);
        Assert.Equal(uids[1], flagged.Uid);
        Assert.Contains(Flag.Flagged, flagged.Flags);
        Assert.True(flagged.ModSequence > highest, flagged.ModSequence.ToString());
        UntypedResponse vanished = Assert.Single((await stream.Completion).Untagged, response => response.Name == "VANISHED");
        Assert.Contains($"(EARLIER) {uids[3]}", vanished.Text, StringComparison.Ordinal);
        Assert.Equal(4, mailbox.Exists);
    }

    /// <summary>A mailbox with two messages: a small one, and the nested one with flags and a date.</summary>
    private static async Task<SelectedMailbox> PrepareAsync(ImapConnection connection)
    {
        await connection.FillAsync(
            "INBOX", [new AppendMessage(Mail.Numbered(1)), new AppendMessage(NestedMail.Source) { Flags = FlagSet.Of(Flag.Flagged, "$Custom"), InternalDate = Date }], Token);
        return await connection.SelectAsync("INBOX", Token);
    }
}
