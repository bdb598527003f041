using ImapAsync.Testing.Tests.Support;

namespace ImapAsync.Testing.Tests.Clients;

/// <summary>curl: over TLS and STARTTLS, listing, searching, fetching, uploading.</summary>
public sealed class CurlTests
{
    private const string Message = "From: Bob <bob@example.org>\r\nSubject: By curl\r\n\r\nUploaded\r\n";

    [Fact]
    public async Task Lists_searches_fetches_and_uploads()
    {
        CancellationToken cancellationToken = TestContext.Current.CancellationToken;
        await ClientProgram.RequireAsync("curl", "curl", cancellationToken);
        await using ClientEnvironment environment = await ClientEnvironment.CreateAsync(messages: 3, cancellationToken);
        ImapTestMailbox archive = environment.Server.User("alice").AddMailbox("Archive");
        archive.Deliver(Message);
        string root = $"imaps://localhost:{environment.Server.TlsEndpoint.Port}";
        string plain = $"imap://localhost:{environment.Server.Endpoint.Port}";
        string upload = Path.Combine(environment.Folder, "upload.eml");
        await File.WriteAllTextAsync(upload, Message, cancellationToken);

        Assert.Equal("* LIST (\\HasNoChildren) \"/\" Archive\r\n* LIST (\\HasNoChildren) \"/\" INBOX\r\n", await CurlAsync(root));
        Assert.Equal("* SEARCH 1 2 3\r\n", await CurlAsync(root + "/INBOX?ALL"));
        Assert.Equal(Message, await CurlAsync(root + "/Archive;UID=1"));
        Assert.Equal("Subject: By curl\r\n\r\n", await CurlAsync(root + "/Archive;UID=1;SECTION=HEADER.FIELDS%20(SUBJECT)"));
        Assert.Equal("", await CurlAsync(plain + "/Archive", "--ssl-reqd", "-T", upload));
        Assert.Equal("* STATUS Archive (MESSAGES 2 UIDNEXT 3)\r\n", await CurlAsync(plain, "-X", "STATUS Archive (MESSAGES UIDNEXT)"));
        Assert.Equal("* 1 FETCH (FLAGS (\\Deleted \\Seen))\r\n", await CurlAsync(plain + "/Archive", "-X", "STORE 1 +FLAGS (\\Deleted)"));
        Assert.Equal("* 1 EXPUNGE\r\n", await CurlAsync(plain + "/Archive", "-X", "EXPUNGE"));
        Assert.Equal(Message, await CurlAsync(plain + "/Archive;MAILINDEX=1", "--login-options", "AUTH=PLAIN"));
        Assert.Equal(new Uid(2), Assert.Single(archive.Messages).Uid);

        async Task<string> CurlAsync(string url, params string[] more)
        {
            (int exitCode, string output) = await ClientProgram.RunAsync(
                "curl", ["--silent", "--show-error", "--cacert", environment.CertificateFile, "--user", "alice:secret", url, .. more], [], cancellationToken);
            Assert.True(exitCode == 0, $"{url}: {output}");
            return output;
        }
    }

    [Fact]
    public async Task Takes_a_bearer_token()
    {
        CancellationToken cancellationToken = TestContext.Current.CancellationToken;
        await ClientProgram.RequireAsync("curl", "curl", cancellationToken);
        await using ClientEnvironment environment = await ClientEnvironment.CreateAsync(messages: 0, cancellationToken);
        environment.Server.User("alice").WithToken("t0ken");
        string url = $"imaps://localhost:{environment.Server.TlsEndpoint.Port}/";
        string[] arguments = ["--silent", "--cacert", environment.CertificateFile, "--user", "alice:", "--oauth2-bearer", "t0ken", url];

        Assert.Equal(0, (await ClientProgram.RunAsync("curl", arguments, [], cancellationToken)).ExitCode);
        environment.Server.User("alice").ExpireToken();
        Assert.Equal(67, (await ClientProgram.RunAsync("curl", arguments, [], cancellationToken)).ExitCode);
    }
}
