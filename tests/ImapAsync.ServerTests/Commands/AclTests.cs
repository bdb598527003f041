namespace ImapAsync.ServerTests;

/// <summary>SETACL, GETACL, DELETEACL, LISTRIGHTS and MYRIGHTS: what they answer, and what the other user can then do.</summary>
public sealed class AclTests(TestServers servers)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [EveryServer]
    [Seen("SETACL", "GETACL", "DELETEACL", "MYRIGHTS", "LISTRIGHTS")]
    public async Task Rights_are_granted_and_revoked(ServerKind kind)
    {
        TestServer server = await servers.GetAsync(kind);
        TestAccount owner = server.NewAccount();
        TestAccount guest = server.NewAccount();
        await using ImapConnection connection = await server.ConnectAsync(ImapSecurity.Tls, owner, Token);
        MailboxName name = server.NewMailboxName("geteilt ü");
        await connection.CreateMailboxAsync(name, Token);

        Rights mine = await connection.MyRightsAsync(name, Token);
        Assert.True(mine.Contains(Rights.All - Rights.Post), mine.ToString());
        GrantableRights grantable = await connection.ListRightsAsync(name, guest.Name, Token);
        Assert.Equal((name, guest.Name), (grantable.Mailbox, grantable.Identifier));
        Rights all = grantable.Optional.Aggregate(grantable.Required, (sum, rights) => sum + rights);
        Assert.True(all.Contains(Rights.Lookup + Rights.Read + Rights.Write + Rights.Insert), all.ToString());

        await connection.SetAclAsync(name, guest.Name, Rights.Lookup + Rights.Read, Token);
        Assert.Equal("lr", (await connection.GetAclAsync(name, Token))[guest.Name]);
        await connection.SetAclAsync(name, guest.Name, "+iw", Token);
        Assert.Equal("lrwi", (await connection.GetAclAsync(name, Token))[guest.Name]);
        await connection.SetAclAsync(name, guest.Name, AclChange.Remove(Rights.Write), Token);
        Acl acl = await connection.GetAclAsync(name, Token);
        Assert.Equal((name, (Rights)"lri"), (acl.Mailbox, acl[guest.Name]));

        await connection.DeleteAclAsync(name, guest.Name, Token);
        Assert.DoesNotContain((await connection.GetAclAsync(name, Token)).Entries, entry => entry.Identifier == guest.Name);
    }

    [Theory]
    [EveryServer]
    [Seen("SETACL", "EXAMINE", "MYRIGHTS")]
    public async Task The_guest_can_do_what_is_allowed(ServerKind kind)
    {
        TestServer server = await servers.GetAsync(kind);
        TestAccount owner = server.NewAccount();
        TestAccount guest = server.NewAccount();
        await using ImapConnection connection = await server.ConnectAsync(ImapSecurity.Tls, owner, Token);
        MailboxName name = server.NewMailboxName("shared");
        await connection.CreateWithAsync(name, 2, 1, Token);
        MailboxName shared = kind == ServerKind.Cyrus ? $"user.{owner.Name}.{name.Value["INBOX.".Length..]}" : $"Shared/{owner.Name}/{name}";
        await using (ImapConnection before = await server.ConnectAsync(ImapSecurity.Tls, guest, Token))
            await Assert.ThrowsAsync<ImapCommandException>(() => before.ExamineAsync(shared, Token));

        await connection.SetAclAsync(name, guest.Name, "lr", Token);

        // Dovecot looks for newly shared mailboxes at each login.
        await using ImapConnection other = await server.ConnectAsync(ImapSecurity.Tls, guest, Token);
        Assert.Equal("lr", await other.MyRightsAsync(shared, Token));
        SelectedMailbox mailbox = await other.ExamineAsync(shared, Token);
        Assert.Equal("Message 2", (await mailbox.FetchOneAsync(UidSet.Last, FetchItems.Envelope, Token)).Envelope.Subject);
        ImapCommandException refusal = await Assert.ThrowsAsync<ImapCommandException>(async () => await other.AppendAsync(shared, Mail.Numbered(3), Token));
        Assert.Equal((ImapStatus.No, "NOPERM"), (refusal.Status, refusal.Code?.Name ?? "NOPERM"));
        Assert.Equal(2, (await connection.StatusAsync(name, StatusItems.Messages, Token)).Messages);
    }
}
