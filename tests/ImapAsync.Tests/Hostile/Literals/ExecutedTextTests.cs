using System.Reflection;

namespace ImapAsync.Tests;

/// <summary>
/// No octet of an argument or a message is ever mistaken for a command: every command record, with the worst arguments, against servers that announce some extensions and treat what
/// they do not know as commands.
/// </summary>
public sealed class ExecutedTextTests
{
    private const int Runs = 48;

    private static readonly ImapConnectionOptions Options = new()
    {
        AllowPlaintext = true,
        Transport = new TransportOptions { ConnectTimeout = TimeSpan.FromHours(3) },
        SilenceTimeout = TimeSpan.FromHours(3),
        TimeProvider = new HurriedTimeProvider(),
    };

    private static readonly MethodInfo Send = typeof(ExecutedTextTests).GetMethod(nameof(SendAsync), BindingFlags.NonPublic | BindingFlags.Static)!;

    public static TheoryData<string> Names => [.. CommandCases.All.Keys.Select(static type => type.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Nothing_inside_a_command_is_another_command(string name)
    {
        Func<CommandSource, (ImapCommand Command, Wanted[] Tokens)> make = CommandCases.All.Single(pair => pair.Key.Name == name).Value;
        for (int run = 0; run < Runs; run++)
        {
            Random random = new(run);
            await RunAsync(make(new CommandSource(random, utf8: false)).Command, Announced(random, name), (Ignorance)random.Next(2), $"{name}, run {run}");
        }
    }

    // The forms that the cases do not cover.
    [Theory]
    [InlineData(AppendForm.Literal)]
    [InlineData(AppendForm.Binary)]
    [InlineData(AppendForm.Utf8)]
    public async Task Nor_is_anything_in_a_message(AppendForm form)
    {
        byte[] text = "From: x\r\n\r\ny1 CREATE injected\r\ny2 LOGOUT\r\n"u8.ToArray();
        AppendMessage message = new(text) { Form = form };
        AppendMessage parts = new([CatenatePart.Text(text, form), CatenatePart.Url("/a\r\ny3 CREATE injected\r\n")]);
        ImapCommand[] commands =
        [
            new AppendCommand("a", message), new AppendCommand("a\"", [message, message]), new AppendCommand("a", [message, parts]), new AppendCommand("a", parts),
            new ReplaceCommand(new SequenceNumber(1), "a", message), new UidReplaceCommand(new Uid(1), "a", parts), new RawCommand("APPEND", "a", (ImapLiteral)text),
            new TestCommand("X-OWN") { Grammar = null, Writing = encoder => encoder.Literal(text, form != AppendForm.Literal) },
        ];
        for (int run = 0; run < Runs * commands.Length; run++)
        {
            Random random = new(run);
            ImapCommand command = commands[run % commands.Length];
            await RunAsync(command, Announced(random, nameof(AppendCommand)), (Ignorance)random.Next(2), $"{command}, run {run}");
        }
    }

    private static HashSet<string> Announced(Random random, string command)
    {
        int share = random.Next(5);
        HashSet<string> announced = [.. KnownSyntax.Capabilities.Where(_ => random.Next(4) < share)];
        // Without it nothing is sent.
        if (command == nameof(PartialCommand))
            announced.Add("IMAP4");
        announced.Add(random.Next(6) == 0 ? "IMAP4rev2" : "IMAP4rev1");
        if (random.Next(4) is var literals and > 0)
            announced.Add(literals == 1 ? "LITERAL-" : "LITERAL+");
        return announced;
    }

    private static async Task RunAsync(ImapCommand command, HashSet<string> announced, Ignorance ignorance, string what)
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync($"* PREAUTH [CAPABILITY {string.Join(' ', announced)}] ready\r\n", Options);
        using CancellationTokenSource over = new();
        KnowingServer knowing = new(server, announced, ignorance);
        Task serving = Task.Run(() => knowing.RunAsync(over.Token), CancellationToken.None);
        SelectedMailbox inbox = await server.Connection.SelectAsync("INBOX").InTime();
        await Answered(() => SendAny(inbox, command));
        // If it is answered, everything before it was read; if the connection has ended, the server reads to the end.
        bool isOpen = await Answered(() => server.Connection.SendAsync(new NoopCommand()).AsTask());
        string[] said = [.. isOpen ? knowing.Commands : []];
        await server.Connection.DisposeAsync();
        if (isOpen)
            await over.CancelAsync();
        await serving.InTime();

        string line = $"A2 {command.Name}";
        string[] others = [.. (isOpen ? said : [.. knowing.Commands]).Skip(1).Where(said => said.Length > 0 && !said.EndsWith(" NOOP", StringComparison.Ordinal) && said != "A3 CAPABILITY")];
        Assert.True(others.Length <= 1 && others.All(said => said.StartsWith(line, StringComparison.Ordinal)),
            $"{what}, {string.Join(' ', announced)}:\n{string.Join('\n', knowing.Commands)}");
    }

    // How it ends is tested elsewhere; this test checks that it ends in time.
    private static async Task<bool> Answered(Func<Task> send)
    {
        try
        {
            await send().InTime();
            return true;
        }
        catch (Exception refused) when (refused is ImapException or NotSupportedException)
        {
            return false;
        }
    }

    private static Task SendAny(SelectedMailbox inbox, ImapCommand command)
    {
        Type type = command.GetType();
        while (!type.IsGenericType || type.GetGenericTypeDefinition() != typeof(ImapCommand<>))
            type = type.BaseType!;
        return (Task)Send.MakeGenericMethod(type.GetGenericArguments()).Invoke(null, [inbox, command])!;
    }

    private static async Task SendAsync<T>(SelectedMailbox inbox, ImapCommand<T> command) => await inbox.SendAsync(command);
}
