using System.Security.Cryptography;
using System.Text;
using ImapAsync.Extensibility;

namespace ImapAsync.Tests;

public sealed class ScramAttackTests
{
    private const string ServerFirst = "r=fyko+d2lbbFgONRv9qkxdawL3rfcNHYJY1ZVvWVs7j,s=QSXCR+Q6sek8bf92,i=4096";
    private const string ServerFinal = "v=rmF9pqV8S7suAoZWja4dJRkFsKQ=";

    [Theory]
    [InlineData("v=smF9pqV8S7suAoZWja4dJRkFsKQ=", "signature is wrong")]
    [InlineData("v=rmF9pqV8S7suAoZWja4dJRkFsA==", "signature is wrong")]
    [InlineData("v=", "signature is wrong")]
    [InlineData("v=!!!", "neither a signature nor an error")]
    [InlineData("v=rmF9pqV8S7suAoZWja4dJRkFsKQ", "neither a signature nor an error")]
    [InlineData("x=1,v=rmF9pqV8S7suAoZWja4dJRkFsKQ=", "neither a signature nor an error")]
    [InlineData("", "neither a signature nor an error")]
    [InlineData("m=x,v=rmF9pqV8S7suAoZWja4dJRkFsKQ=", "extension")]
    public async Task A_server_that_does_not_know_the_password_is_not_trusted(string serverFinal, string reason)
    {
        using SaslRun run = await StartAsync();
        await run.RespondAsync(ServerFirst);

        ImapAuthenticationException error = await run.FailAsync(serverFinal);

        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
        Assert.Equal("SCRAM-SHA-1", error.Mechanism);
        Assert.Throws<ImapAuthenticationException>(() => run.Complete(accepted: true));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task An_ok_without_the_servers_signature_is_a_failure(int challenges)
    {
        using SaslRun run = await StartAsync();
        if (challenges > 0)
            await run.RespondAsync(ServerFirst);

        ImapAuthenticationException error = Assert.Throws<ImapAuthenticationException>(() => run.Complete(accepted: true));

        Assert.Contains("without proving", error.Message, StringComparison.Ordinal);
        run.Complete(accepted: false);
    }

    [Theory]
    [InlineData("r=fyko+d2lbbFgONRv9qkxdawM3rfcNHYJY1ZVvWVs7j,s=QSXCR+Q6sek8bf92,i=4096", "nonce does not extend")]
    [InlineData("r=3rfcNHYJY1ZVvWVs7jfyko+d2lbbFgONRv9qkxdawL,s=QSXCR+Q6sek8bf92,i=4096", "nonce does not extend")]
    [InlineData("r=fyko+d2lbbFgONRv9qkxdawL,s=QSXCR+Q6sek8bf92,i=4096", "nonce does not extend")]
    [InlineData("r=fyko+d2lbbFgONRv9qkxdawL\u00e9,s=QSXCR+Q6sek8bf92,i=4096", "no nonce")]
    [InlineData("r=,s=QSXCR+Q6sek8bf92,i=4096", "nonce does not extend")]
    [InlineData("", "no nonce")]
    [InlineData("s=QSXCR+Q6sek8bf92,r=fyko+d2lbbFgONRv9qkxdawL3r,i=4096", "no nonce")]
    [InlineData("r=fyko+d2lbbFgONRv9qkxdawL3r", "no salt")]
    [InlineData("r=fyko+d2lbbFgONRv9qkxdawL3r,s=,i=4096", "no salt")]
    [InlineData("r=fyko+d2lbbFgONRv9qkxdawL3r,s=QSXC R+Q6sek8bf92,i=4096", "no salt")]
    [InlineData("r=fyko+d2lbbFgONRv9qkxdawL3r,s=@,i=4096", "no salt")]
    [InlineData("r=fyko+d2lbbFgONRv9qkxdawL3r,s=QSXCR+Q6sek8bf92", "no iteration count")]
    [InlineData("r=fyko+d2lbbFgONRv9qkxdawL3r,s=QSXCR+Q6sek8bf92,i=", "no iteration count")]
    [InlineData("r=fyko+d2lbbFgONRv9qkxdawL3r,s=QSXCR+Q6sek8bf92,i=0", "no iteration count")]
    [InlineData("r=fyko+d2lbbFgONRv9qkxdawL3r,s=QSXCR+Q6sek8bf92,i=-4096", "no iteration count")]
    [InlineData("r=fyko+d2lbbFgONRv9qkxdawL3r,s=QSXCR+Q6sek8bf92,i=4096x", "no iteration count")]
    [InlineData("r=fyko+d2lbbFgONRv9qkxdawL3r,s=QSXCR+Q6sek8bf92,i=1", "asked for 1 iterations; fewer than 4096")]
    [InlineData("r=fyko+d2lbbFgONRv9qkxdawL3r,s=QSXCR+Q6sek8bf92,i=4095", "asked for 4095 iterations; fewer than 4096")]
    [InlineData("r=fyko+d2lbbFgONRv9qkxdawL3r,s=QSXCR+Q6sek8bf92,i=10000001", "more than 10000000 would keep this machine busy")]
    [InlineData("r=fyko+d2lbbFgONRv9qkxdawL3r,s=QSXCR+Q6sek8bf92,i=2147483648", "asked for 2147483648 iterations; more than 10000000")]
    [InlineData("r=fyko+d2lbbFgONRv9qkxdawL3r,s=QSXCR+Q6sek8bf92,i=99999999999999999999999", "more than 10000000")]
    [InlineData("m=x,r=fyko+d2lbbFgONRv9qkxdawL3r,s=QSXCR+Q6sek8bf92,i=4096", "extension")]
    public async Task A_first_message_that_cannot_be_trusted_is_not_answered(string serverFirst, string reason)
    {
        using SaslRun run = await StartAsync();

        ImapAuthenticationException error = await run.FailAsync(serverFirst);

        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("pencil", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_limits_are_options()
    {
        using SaslRun low = await StartAsync(new() { MinimumIterations = 1 });
        using SaslRun high = await StartAsync(new() { MaximumIterations = 5000 });

        Assert.StartsWith("c=biws,", await low.RespondAsync("r=fyko+d2lbbFgONRv9qkxdawL3r,s=QSXCR+Q6sek8bf92,i=1"), StringComparison.Ordinal);
        Assert.Contains("more than 5000", (await high.FailAsync("r=fyko+d2lbbFgONRv9qkxdawL3r,s=QSXCR+Q6sek8bf92,i=5001")).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new ScramOptions { MinimumIterations = 0 });
        Assert.Throws<ArgumentException>(() => SaslMechanism.ScramSha1("u", "p", new() { MaximumIterations = 4000 }));
    }

    [Fact]
    public async Task An_error_of_the_server_is_kept_and_answered_so_that_it_can_say_no()
    {
        using SaslRun run = await StartAsync();
        await run.RespondAsync(ServerFirst);

        Assert.Equal("", await run.RespondAsync("e=invalid-proof,x=y"));

        Assert.Equal(new("invalid-proof"), run.ServerError);
        run.Complete(accepted: false);
        ImapAuthenticationException error = Assert.Throws<ImapAuthenticationException>(() => run.Complete(accepted: true));
        Assert.Equal("invalid-proof", error.ServerError!.Code);
    }

    [Fact]
    public async Task An_error_may_come_first()
    {
        using SaslRun run = await StartAsync();

        Assert.Equal("", await run.RespondAsync("e=unknown-user"));

        Assert.Equal(new("unknown-user"), run.ServerError);
        await run.FailAsync(ServerFirst);
    }

    [Fact]
    public async Task The_same_description_serves_again_also_with_the_keys_of_the_last_time()
    {
        Queue<string> nonces = new(["fyko+d2lbbFgONRv9qkxdawL", "other", "fyko+d2lbbFgONRv9qkxdawL"]);
        ScramMechanism mechanism = new(HashAlgorithmName.SHA1, plus: false, "user", "pencil", options: null, nonces.Dequeue);

        foreach (string serverFirst in (string[])[ServerFirst, "r=other1,s=b3RoZXI=,i=4097", ServerFirst])
        {
            using SaslRun run = await SaslRun.StartAsync(mechanism);
            string? response = await run.RespondAsync(serverFirst);
            Assert.Equal(serverFirst == ServerFirst, response!.EndsWith(",p=v0X8v3Bz2T0CJGbJQyF0X+HI4Ts=", StringComparison.Ordinal));
            if (serverFirst == ServerFirst)
                Assert.Equal("", await run.RespondAsync(ServerFinal));
        }
    }

    [Fact]
    public async Task A_long_derivation_can_be_cancelled()
    {
        using CancellationTokenSource cancellation = new();
        await cancellation.CancelAsync();
        using SaslExchange exchange = await SaslMechanism.ScramSha1("user", "pencil").StartAsync(SaslRun.Context(), CancellationToken.None);
        string nonce = Encoding.UTF8.GetString(exchange.InitialResponse!).Split("r=")[1];

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await exchange.RespondAsync(Encoding.UTF8.GetBytes($"r={nonce}x,s=QSXCR+Q6sek8bf92,i=200000"), cancellation.Token));
    }

    [Fact]
    public async Task Each_run_has_its_own_nonce_of_192_bits()
    {
        SaslMechanism mechanism = SaslMechanism.ScramSha256("user", "pencil");
        using SaslRun first = await SaslRun.StartAsync(mechanism);
        using SaslRun second = await SaslRun.StartAsync(mechanism);

        Assert.NotEqual(first.Initial, second.Initial);
        Assert.Matches("^n,,n=user,r=[A-Za-z0-9+/]{32}$", first.Initial);
    }

    private static Task<SaslRun> StartAsync(ScramOptions? options = null)
        => SaslRun.StartAsync(new ScramMechanism(HashAlgorithmName.SHA1, plus: false, "user", "pencil", options, () => "fyko+d2lbbFgONRv9qkxdawL"));
}
