using System.Globalization;

namespace ImapAsync.ServerTests;

/// <summary>
/// Twenty connections to a real server through a proxy that injects network faults. A run is one round of a number of steps, or, with IMAPASYNC_FAULT_SECONDS,
/// as many rounds as fit into that time; IMAPASYNC_FAULT_SEED gives another run; IMAPASYNC_FIGURES names a file to which the figures of docs/reliability.md are added.
/// </summary>
[Collection(nameof(FaultTests))]
[CollectionDefinition(nameof(FaultTests), DisableParallelization = true)]
public class FaultTests(TestServers servers)
{
    private const int Connections = 20;
    private const int TasksEach = 4;
    private const int StepsOfARound = 2500;
    private const int MostStepsOfAConnection = 120;

    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;
    private static readonly int Seed = Setting("IMAPASYNC_FAULT_SEED") ?? 20260101;
    private static readonly TimeSpan? Time = Setting("IMAPASYNC_FAULT_SECONDS") is { } seconds ? TimeSpan.FromSeconds(seconds) : null;

    private readonly FaultLedger _ledger = new();
    private readonly Dictionary<FaultKind, int> _faults = [];
    private int _connections;
    private int _steps;

    protected virtual SocketMode Mode => SocketMode.Stream;

    [Theory]
    [EveryServer]
    public async Task Nothing_is_lost_mixed_up_or_left_behind(ServerKind kind)
    {
        TestServer server = await servers.GetAsync(kind);
        // What happens only once per process is not counted: Pipelines.Sockets.Unofficial tries a pipe then, and
        // leaves it open.
        TransportOptions transport = new() { SocketMode = Mode };
        ImapConnectionOptions once = server.ConnectionOptions with { Transport = transport };
        ImapEndpoint endpoint = new(server.Host, server.TlsPort, ImapSecurity.Tls);
        await using (ImapConnection first = await ImapConnection.ConnectAsync(endpoint, once, Ct))
            await first.NoopAsync(Ct);
        using LeakCheck leaks = new();
        List<string> wrong = [];
        int round = 0;
        long started = TimeProvider.System.GetTimestamp();
        do
        {
            wrong.AddRange(await RunAsync(server, Seed + (round++ * 2)));
        }
        while (Time is { } time && TimeProvider.System.GetElapsedTime(started) < time);

        TimeSpan elapsed = TimeProvider.System.GetElapsedTime(started);
        Assert.Empty(wrong);
        string left = await leaks.WhenNothingIsLeftAsync();
        await WriteFiguresAsync(kind, round, elapsed, wrong.Count, left);

        Assert.True(_faults.Values.Sum() > 10, "no faults came about");
        Assert.True(_ledger.CountOf("answered") > 100, "hardly anything was answered");
    }

    // A round has its own accounts: servers limit how much an account may have.
    private async Task<IReadOnlyList<string>> RunAsync(TestServer server, int seed)
    {
        FaultFixture fixture = await FaultFixture.CreateAsync(server, Ct);
        _steps = 0;
        await using (FaultProxy plain = new(server, tls: false, seed))
        await using (FaultProxy tls = new(server, tls: true, seed + 1))
        {
            await Task.WhenAll(Enumerable.Range(0, Connections).Select(number => Task.Run(() => UseConnectionsAsync(server, fixture, number, new Random(seed + (number * 7919)), plain, tls), Ct)));
            _connections += plain.Connections + tls.Connections;
            foreach ((FaultKind fault, int count) in plain.Injected.Concat(tls.Injected))
                _faults[fault] = _faults.GetValueOrDefault(fault) + count;
        }

        return _ledger.Compare(await fixture.ReadAllAsync(Ct));
    }

    // One of the twenty: connects, works until the connection has ended or has done enough, and reconnects.
    private async Task UseConnectionsAsync(TestServer server, FaultFixture fixture, int number, Random random, FaultProxy plain, FaultProxy tls)
    {
        ImapConnectionOptions options = server.ConnectionOptions with
        {
            SilenceTimeout = TimeSpan.FromSeconds(3),
            Tls = server.ConnectionOptions.Tls with { HandshakeTimeout = TimeSpan.FromSeconds(5) },
            Transport = new TransportOptions { ConnectTimeout = TimeSpan.FromSeconds(5), SocketMode = Mode },
        };
        while (GoesOn)
        {
            ImapSecurity security = (ImapSecurity)random.Next(3);
            ImapEndpoint endpoint = new(server.Host, (security == ImapSecurity.Tls ? tls : plain).Port, security);
            try
            {
                await using ImapConnection connection = await ImapConnection.ConnectAsync(endpoint, options, Ct);
                TestAccount account = fixture.People[number % fixture.People.Count];
                await connection.AuthenticateAsync(SaslMechanism.Plain(account.Name, account.Password), Ct);
                if (random.Next(3) == 0 && connection.Capabilities.Contains("COMPRESS=DEFLATE"))
                    await connection.CompressAsync(Ct);
                int box = number % 4;
                SelectedMailbox mailbox = await connection.SelectAsync(fixture.Box(box), Ct);
                await WorkAsync(new FaultWorkload(connection, mailbox, box, fixture, _ledger), mailbox, random);
            }
            catch (ImapConnectionException)
            {
                _ledger.Count("not connected");
            }
        }
    }

    private async Task WorkAsync(FaultWorkload work, SelectedMailbox mailbox, Random random)
    {
        using CancellationTokenSource done = new();
        Task listening = ListenAsync(mailbox, done.Token);
        int left = MostStepsOfAConnection;
        await Task.WhenAll(Enumerable.Range(0, TasksEach).Select(_ =>
        {
            Random own = new(random.Next());
            return Task.Run(
                async () =>
                {
                    while (GoesOn && Interlocked.Decrement(ref left) >= 0 && await work.StepAsync(own))
                        Interlocked.Increment(ref _steps);
                },
                Ct);
        }));
        await done.CancelAsync();
        await listening;
    }

    // IDLE comes and goes between the commands of the others.
    private async Task ListenAsync(SelectedMailbox mailbox, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (MailboxEvent _ in mailbox.IdleAsync(cancellationToken))
                _ledger.Count("news");
        }
        catch (Exception exception) when (exception is OperationCanceledException or ImapConnectionException)
        {
            _ledger.Count("listened");
        }
    }

    private bool GoesOn => Volatile.Read(ref _steps) < StepsOfARound;

    private async Task WriteFiguresAsync(ServerKind kind, int rounds, TimeSpan elapsed, int wrong, string left)
    {
        string faults = string.Join(", ", Enum.GetValues<FaultKind>().Skip(1).Select(fault => $"{_faults.GetValueOrDefault(fault):N0} {fault}"));
        string[] figures =
        [
            $"| {kind}, {Mode}, seed {Seed} | |",
            "| --- | --- |",
            $"| time, rounds | {elapsed.TotalSeconds:0} s, {rounds} |",
            $"| connections | {_connections:N0} |",
            $"| faults injected | {_faults.Values.Sum():N0}: {faults} |",
            $"| operations | {_ledger.CountOf("answered") + _ledger.CountOf("cancelled") + _ledger.CountOf("Unknown") + _ledger.CountOf("NotSent"):N0}: {_ledger.CountOf("answered"):N0} answered, {_ledger.CountOf("cancelled"):N0} cancelled, {_ledger.CountOf("Unknown"):N0} unknown, {_ledger.CountOf("NotSent"):N0} not sent |",
            $"| answers checked | {_ledger.CountOf("checked"):N0} |",
            $"| messages appended | {_ledger.AppendedWith("OK"):N0} with success, {_ledger.AppendedWith("NO"):N0} refused, {_ledger.AppendedWith("Unknown"):N0} unknown, {_ledger.AppendedWith("NotSent"):N0} not sent, {_ledger.AppendedWith("cancelled"):N0} cancelled |",
            $"| wrong answers, lost or doubled messages | {wrong} |",
            $"| left in the end | {left} |",
            "",
        ];
        foreach (string line in figures)
            TestContext.Current.TestOutputHelper?.WriteLine(line);
        if (Environment.GetEnvironmentVariable("IMAPASYNC_FIGURES") is { Length: > 0 } file)
            await File.AppendAllLinesAsync(file, figures, Ct);
    }

    private static int? Setting(string name) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out int value) ? value : null;
}
