using System.Text;
using static ImapAsync.Tests.HostileSteps;

namespace ImapAsync.Tests;

/// <summary>Servers whose authentication never ends.</summary>
[Collection(nameof(HostileFigures))]
public sealed class SaslFloodTests(HostileFigures figures)
{
    private const string Talk = "* OK [CAPABILITY IMAP4rev1 AUTH=X-TALK] ready\r\n";

    [Fact]
    public Task Challenges_without_end() => figures.MeasureAsync("sends SASL challenges without end", async () =>
    {
        int answers = 0;
        await using HostileServer server = Answering(static (peer, _) => peer.RepeatAsync("+ AAAA\r\n"), Talk);
        await using ImapConnection connection = await server.ConnectAsync();
        SaslMechanism talkative = SaslMechanism.FromCallback("X-TALK", (_, _) => new(Encoding.ASCII.GetBytes($"{++answers}")));
        ImapConnectionException lost = await connection.DiesAsync(connection.AuthenticateAsync(talkative));
        Assert.Contains("challenge", lost.Message, StringComparison.Ordinal);
        Assert.Equal(20, answers);
        return "answers 20, then ends with `ImapConnectionException`";
    });

    [Fact]
    public Task A_challenge_without_end() => figures.MeasureAsync("sends one SASL challenge without end", async () =>
    {
        await using HostileServer server = Answering(
            static async (peer, _) =>
            {
                await peer.SendAsync("+ ");
                await peer.RepeatAsync("AAAA");
            },
            Talk);
        await using ImapConnection connection = await server.ConnectAsync();
        SaslMechanism talkative = SaslMechanism.FromCallback("X-TALK", static (_, _) => new([]));
        return await connection.DiesByLimitAsync(connection.AuthenticateAsync(talkative), nameof(ImapLimits.MaxResponseOctets));
    });

    [Fact]
    public Task A_challenge_that_is_not_base64() => figures.MeasureAsync("sends a SASL challenge that is not base64", async () =>
    {
        await using HostileServer server = Answering(static async (peer, tag) => await peer.AnswerAfterAsync("+ !!!\r\n", "*", $"{tag} BAD cancelled\r\n"), Talk);
        await using ImapConnection connection = await server.ConnectAsync();
        SaslMechanism talkative = SaslMechanism.FromCallback("X-TALK", static (_, _) => new([]));
        ImapAuthenticationException failure = await connection.AuthenticateAsync(talkative).FailsAsync<ImapAuthenticationException>();
        Assert.Contains("not base64", failure.Message, StringComparison.Ordinal);
        return $"ends with `ImapAuthenticationException`, {await connection.SurvivesAsync()}";
    });
}
