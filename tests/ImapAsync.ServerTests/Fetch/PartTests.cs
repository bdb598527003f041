using System.Security.Cryptography;

namespace ImapAsync.ServerTests;

/// <summary>The structure of a message, and its parts: found, named and decoded.</summary>
public sealed class PartTests(TestServers servers)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [EveryServer]
    [Seen("UID FETCH BODYSTRUCTURE")]
    public async Task Structure(ServerKind kind)
    {
        TestServer server = await servers.GetAsync(kind);
        await using ImapConnection connection = await server.ConnectAsync(ImapSecurity.Tls, server.NewAccount(), Token);
        SelectedMailbox inbox = await PrepareAsync(connection);

        FetchedMessage message = await inbox.FetchOneAsync(UidSet.Last, FetchItems.BodyStructure, Token);
        BodyPart root = message.BodyStructure;

        Assert.Empty(message.Malformed);
        Assert.True(root.ContentType.Is("multipart/mixed"));
        Assert.Equal("outer=_1", root.ContentType.Parameters["boundary"]);
        Assert.Equal(
            ["TEXT multipart/mixed", "1 multipart/alternative", "1.1 text/plain", "1.2 text/html", "2 message/rfc822", "2.TEXT multipart/mixed", "2.1 text/plain", "2.2 image/png", "3 application/pdf", "4 text/plain"],
            root.Parts.Select(part => part.ToString()));

        BodyPart plain = root.Children[0].Children[0];
        Assert.Equal("iso-8859-1", plain.ContentType.Charset);
        Assert.Equal(["de", "en"], plain.Languages, StringComparer.OrdinalIgnoreCase);
        Assert.Equal(ContentTransferEncoding.QuotedPrintable, plain.TransferEncoding);
        Assert.Equal(2, plain.Lines);
        Assert.Equal(NestedMail.PlainSource.Length, plain.Size);
        Assert.Same(plain, root.TextBody);
        Assert.Equal("<html@example.org>", root.HtmlBody!.Id);

        BodyPart inner = root.Children[1];
        Assert.Equal(NestedMail.InnerSubject, inner.Envelope!.Subject);
        Assert.Equal("inner.eml", inner.FileName);
        Assert.Equal(NestedMail.InnerHeader.Length + NestedMail.InnerBody.Length, inner.Size);
        Assert.Equal(NestedMail.PngName, inner.Body!.Children[1].FileName);

        BodyPart pdf = root.Children[2];
        Assert.Equal((NestedMail.PdfName, "the bill"), (pdf.FileName, pdf.Description));
        Assert.Equal("100000", pdf.Disposition!.Value.Parameters["size"]);
#pragma warning disable CA5351 // Content-MD5 is defined by MD5 (RFC 1864).
        Assert.Equal(Convert.ToBase64String(MD5.HashData(NestedMail.Pdf)), pdf.Md5);
#pragma warning restore CA5351
        Assert.Equal(["inner.eml", NestedMail.PdfName], root.Attachments.Select(part => part.FileName));
    }

    [Theory]
    [EveryConnection]
    public async Task Attachments_are_decoded_while_they_stream(ServerKind kind, ImapSecurity security)
    {
        TestServer server = await servers.GetAsync(kind);
        await using ImapConnection connection = await server.ConnectAsync(security, server.NewAccount(), Token);
        SelectedMailbox inbox = await PrepareAsync(connection);
        FetchedMessage message = await inbox.FetchOneAsync(UidSet.Last, FetchItems.BodyStructure, Token);

        BodyPart pdf = message.BodyStructure.Attachments.First(part => part.ContentType.Is("application/pdf"));
        await using (Stream octets = await inbox.OpenPartAsync(message.Uid, pdf, Token))
            Assert.Equal(SHA256.HashData(NestedMail.Pdf), await SHA256.HashDataAsync(octets, Token));

        BodyPart png = message.BodyStructure.Parts.First(part => part.ContentType.Is("image/*"));
        await using (Stream octets = await inbox.OpenPartAsync(message.Uid, png, Token))
        {
            using MemoryStream memory = new();
            await octets.CopyToAsync(memory, Token);
            Assert.Equal(NestedMail.Png, memory.ToArray());
        }
    }

    [Theory]
    [EveryServer]
    public async Task Texts_are_decoded_by_their_charset(ServerKind kind)
    {
        TestServer server = await servers.GetAsync(kind);
        await using ImapConnection connection = await server.ConnectAsync(ImapSecurity.Tls, server.NewAccount(), Token);
        SelectedMailbox inbox = await PrepareAsync(connection);
        FetchedMessage message = await inbox.FetchOneAsync(UidSet.Last, FetchItems.BodyStructure, Token);

        Assert.Equal(NestedMail.PlainText, await inbox.ReadTextAsync(message.Uid, message.BodyStructure.TextBody!, cancellationToken: Token));
        Assert.Equal(NestedMail.HtmlText, await inbox.ReadTextAsync(message.Uid, message.BodyStructure.HtmlBody!, cancellationToken: Token));
        Assert.Equal(NestedMail.RussianText, await inbox.ReadTextAsync(message.Uid, message.BodyStructure.Children[3], cancellationToken: Token));
        Assert.Equal(NestedMail.InnerText, await inbox.ReadTextAsync(message.Uid, message.BodyStructure.Children[1].Body!.Children[0], cancellationToken: Token));
    }

    [Theory]
    [EveryServer]
    public async Task A_part_that_is_left_unread_costs_nothing(ServerKind kind)
    {
        TestServer server = await servers.GetAsync(kind);
        await using ImapConnection connection = await server.ConnectAsync(ImapSecurity.Tls, server.NewAccount(), Token);
        SelectedMailbox inbox = await PrepareAsync(connection);
        FetchedMessage message = await inbox.FetchOneAsync(UidSet.Last, FetchItems.BodyStructure, Token);
        BodyPart pdf = message.BodyStructure.Children[2];

        for (int i = 0; i < 20; i++)
        {
            await using Stream octets = await inbox.OpenPartAsync(message.Uid, pdf, Token);
            byte[] some = new byte[10 * i];
            await octets.ReadExactlyAsync(some, Token);
            Assert.Equal(NestedMail.Pdf[..some.Length], some);
        }

        await connection.NoopAsync(Token);
        Assert.Equal(NestedMail.InnerText, await inbox.ReadTextAsync(message.Uid, message.BodyStructure.Children[1].Body!.Children[0], cancellationToken: Token));
    }

    [Theory]
    [EveryServer]
    public async Task A_command_in_the_middle_of_a_part_is_answered(ServerKind kind)
    {
        TestServer server = await servers.GetAsync(kind);
        await using ImapConnection connection = await server.ConnectAsync(ImapSecurity.Tls, server.NewAccount(), Token);
        SelectedMailbox inbox = await PrepareAsync(connection);
        FetchedMessage message = await inbox.FetchOneAsync(UidSet.Last, FetchItems.BodyStructure, Token);

        await using Stream octets = await inbox.OpenPartAsync(message.Uid, message.BodyStructure.Children[2], Token);
        byte[] all = new byte[NestedMail.Pdf.Length];
        await octets.ReadExactlyAsync(all.AsMemory(0, 100), Token);
        await inbox.AddFlagsAsync(message.Uid, ["$HalfRead"], Token);
        Assert.Equal(1, (await connection.StatusAsync("INBOX", StatusItems.Messages, Token)).Messages);
        await octets.ReadExactlyAsync(all.AsMemory(100), Token);

        Assert.Equal(NestedMail.Pdf, all);
        Assert.Equal(0, await octets.ReadAsync(all, Token));
    }

    [Theory]
    [EveryServer]
    public async Task An_expunged_message_is_not_found(ServerKind kind)
    {
        TestServer server = await servers.GetAsync(kind);
        await using ImapConnection connection = await server.ConnectAsync(ImapSecurity.Tls, server.NewAccount(), Token);
        SelectedMailbox inbox = await PrepareAsync(connection);
        FetchedMessage message = await inbox.FetchOneAsync(UidSet.Last, FetchItems.BodyStructure, Token);
        await inbox.AddFlagsAsync(message.Uid, Flag.Deleted, Token);
        await inbox.ExpungeAsync(Token);

        ImapNotFoundException gone = await Assert.ThrowsAsync<ImapNotFoundException>(() => inbox.OpenPartAsync(message.Uid, message.BodyStructure.Children[2], Token));
        Assert.Contains(message.Uid.ToString(), gone.Message, StringComparison.Ordinal);
        Assert.Empty(await inbox.FetchAllAsync(message.Uid, FetchItems.Flags, Token));
    }

    private static async Task<SelectedMailbox> PrepareAsync(ImapConnection connection)
    {
        await connection.AppendAsync("INBOX", NestedMail.Source, Token);
        return await connection.SelectAsync("INBOX", Token);
    }
}
