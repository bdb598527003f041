using System.Reflection;

namespace ImapAsync.Tests;

/// <summary>Every command yields status, text, response code and typed data, and the untyped data too when asked.</summary>
public sealed class EveryCommandTests
{
    private static readonly MethodInfo Send = typeof(EveryCommandTests).GetMethod(nameof(SendAsync), BindingFlags.NonPublic | BindingFlags.Static)!;

    public static TheoryData<string> Names => [.. SampleCommands.All.Select(command => command.GetType().Name)];

    [Fact]
    public void Each_command_is_listed() => Assert.Equal(
        [],
        typeof(ImapCommand).Assembly.GetExportedTypes().Where(type => type is { IsAbstract: false } && typeof(ImapCommand).IsAssignableFrom(type)).Select(type => type.Name)
            .Except(SampleCommands.All.Select(command => command.GetType().Name)));

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Yields_all(string name)
    {
        // Their OK is followed by a handshake: they have their own tests.
        string status = name is nameof(StartTlsCommand) or nameof(CompressCommand) ? "NO" : "OK";
        Answer answer = await AskAsync(name, $"* XUNTYPED (1 \"two\")\r\n{{tag}} {status} [XCODE 5] some text\r\n");

        Assert.Equal((status, "some text", "XCODE", "5"), (answer.Status.ToString().ToUpperInvariant(), answer.Text, answer.Code?.Name, System.Text.Encoding.ASCII.GetString(answer.Code!.Arguments.Span)));
        UntypedResponse untyped = Assert.Single(answer.Untagged, response => response.Name == "XUNTYPED");
        Assert.Equal("two", untyped.ReadValues()[0].Items[1].Text);
        if (status == "OK" && name != nameof(RecentCommand) && name != nameof(SetQuotaCommand))
            Assert.NotNull(answer.Value());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Reports_a_refusal(string name)
    {
        Answer answer = await AskAsync(name, "{tag} NO [NOPERM] not for you\r\n");

        Assert.Equal((ImapStatus.No, "not for you", "NOPERM"), (answer.Status, answer.Text, answer.Code?.Name));
        ImapCommandException thrown = Assert.Throws<ImapCommandException>(() => answer.Value());
        Assert.Contains("not for you", thrown.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("sesame", thrown.ToString(), StringComparison.Ordinal);
    }

    private static async Task<Answer> AskAsync(string name, string answer)
    {
        ImapCommand command = SampleCommands.All.Single(sample => sample.GetType().Name == name) with { KeepUntagged = true };
        Type type = command.GetType();
        while (!type.IsGenericType || type.GetGenericTypeDefinition() != typeof(ImapCommand<>))
            type = type.BaseType!;
        return await (Task<Answer>)Send.MakeGenericMethod(type.GetGenericArguments()).Invoke(null, [command, answer])!;
    }

    private static async Task<Answer> SendAsync<T>(ImapCommand<T> command, string answer)
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync("* OK [CAPABILITY IMAP4 IMAP4rev1 LITERAL+ REPLACE] ready\r\n");
        SelectedMailbox inbox = await server.SelectAsync();
        Task<ImapResult<T>> sent = inbox.SendAsync(command).AsTask();
        string line = await server.ReceiveLineAsync().InTime();
        Assert.StartsWith("A2 " + command.Name, line, StringComparison.Ordinal);
        await server.SendAsync(answer.Replace("{tag}", "A2", StringComparison.Ordinal));
        ImapResult<T> result = await sent.InTime();
        return new Answer(result.Status, result.Text, result.Code, result.Untagged, () => result.Value);
    }

    private sealed record Answer(ImapStatus Status, string Text, ResponseCode? Code, IReadOnlyList<UntypedResponse> Untagged, Func<object?> Value);
}
