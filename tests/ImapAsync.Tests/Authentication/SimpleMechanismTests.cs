using System.Text;

namespace ImapAsync.Tests;

public sealed class SimpleMechanismTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData("", "")]
    [InlineData("alice", "alice")]
    public async Task External_says_whom_to_act_as_or_says_nothing(string? authorizationId, string message)
    {
        using SaslRun run = await SaslRun.StartAsync(SaslMechanism.External(authorizationId));

        Assert.Equal(message, run.Initial); // empty, but there: "=" on the wire (RFC 4959 §3)
    }

    [Theory]
    [InlineData("sirhc")] // RFC 4505 §4
    [InlineData("")]
    [InlineData("trace@example.org")]
    [InlineData("שלום")]
    public async Task Anonymous_leaves_a_trace(string trace)
    {
        using SaslRun run = await SaslRun.StartAsync(SaslMechanism.Anonymous(trace));

        Assert.Equal(trace, run.Initial);
    }

    [Theory]
    [InlineData("a\nb")]
    [InlineData("a\u200eb")]
    [InlineData("\ue000")]
    [InlineData("שלום abc")]
    public void Anonymous_refuses_a_trace_that_is_not_text(string trace)
        => Assert.Throws<ArgumentException>(() => SaslMechanism.Anonymous(trace));

    [Fact]
    public void Anonymous_refuses_a_long_trace_unless_it_is_an_address()
    {
        Assert.Throws<ArgumentException>(() => SaslMechanism.Anonymous(new string('x', 256)));
        Assert.NotNull(SaslMechanism.Anonymous(new string('x', 255)));
        Assert.NotNull(SaslMechanism.Anonymous(new string('x', 256) + "@example.org"));
    }

    [Fact]
    public async Task A_callback_answers_each_challenge_and_may_cancel()
    {
        SaslMechanism mechanism = SaslMechanism.FromCallback(
            "x-own",
            (challenge, _) => new(challenge.Span.SequenceEqual("stop"u8) ? null : Encoding.UTF8.GetBytes($"<{Encoding.UTF8.GetString(challenge.Span)}>")),
            initialResponse: "hello"u8.ToArray(),
            sendsSecretInClear: false,
            isRepeatable: false);
        using SaslRun run = await SaslRun.StartAsync(mechanism);

        Assert.Equal("X-OWN", mechanism.Name);
        Assert.False(mechanism.SendsSecretInClear);
        Assert.False(mechanism.IsRepeatable);
        Assert.Equal("hello", run.Initial);
        Assert.Equal("<a>", await run.RespondAsync("a"));
        Assert.Null(await run.RespondAsync("stop"));
    }

    [Fact]
    public async Task A_callback_need_not_speak_first()
    {
        using SaslRun run = await SaslRun.StartAsync(SaslMechanism.FromCallback("X-OWN", (_, _) => new([])));

        Assert.Null(run.Initial);
    }

    [Theory]
    [InlineData("")]
    [InlineData("A B")]
    [InlineData("PLAIN\r\nX LOGOUT")]
    [InlineData("ABCDEFGHIJKLMNOPQRSTU")]
    public void A_name_that_is_not_a_mechanism_is_refused(string name)
        => Assert.Throws<ArgumentException>(() => SaslMechanism.FromCallback(name, (_, _) => new([])));

    [Fact]
    public async Task Endless_challenges_are_cut_off()
    {
        using SaslRun run = await SaslRun.StartAsync(SaslMechanism.FromCallback("X-OWN", (_, _) => new([])));
        for (int i = 0; i < 20; i++)
            Assert.Equal("", await run.RespondAsync("go on"));

        Assert.Contains("more than 20 challenges", (await run.FailAsync("go on")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_huge_challenge_is_not_examined()
    {
        using SaslRun run = await SaslRun.StartAsync(SaslMechanism.FromCallback("X-OWN", (_, _) => new([])));

        ImapAuthenticationException error = await run.FailAsync(new string('x', (128 * 1024) + 1));

        Assert.Equal("AUTHENTICATE X-OWN failed: the server sent a challenge of 131073 bytes; at most 131072 are allowed.", error.Message);
        Assert.Equal("X-OWN", error.Mechanism);
    }
}
