using System.IO.Pipelines;
using System.Text;

namespace ImapAsync.Tests;

/// <summary>Bodies read in every way, interleaved with commands, cancellations and abandoned loops, against a server that cuts its answers anywhere: reproducible by seed.</summary>
public sealed class StreamingStressTests
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;
    private static readonly UidFetchCommand Fetch = new(UidSet.Parse("1:6"), [FetchItem.Body(BodySection.Part(1)), FetchItem.Body(BodySection.Part(2))]);

    [Fact]
    public async Task Nobody_waits_for_ever_and_every_octet_is_right()
    {
        int rounds = int.TryParse(Environment.GetEnvironmentVariable("IMAPASYNC_STRESS"), out int asked) ? asked : 100;
        for (int seed = 0; seed < rounds; seed += 4)
            await Task.WhenAll(Enumerable.Range(seed, 4).Select(static each => Task.Run(() => RunAsync(each))));
    }

    private static async Task RunAsync(int seed)
    {
        ImapConnectionOptions options = ScriptedServerSteps.Options() with { Limits = new ImapLimits { MaxReadAheadOctets = seed % 3 == 0 ? 30_000 : 1 << 20 }, StallTimeout = TimeSpan.FromMilliseconds(50) };
        await using ScriptedServer server = await ScriptedServer.StartAsync(options: options);
        SelectedMailbox inbox = await StreamedBodyTests.SelectAsync(server);
        using CancellationTokenSource stop = new();
        Task serving = ServeAsync(server, new Random(seed), stop.Token);
        try
        {
            Random random = new(seed + 1_000_000);
            for (int loop = 0; loop < 3; loop++)
                await LoopAsync(inbox, server.Connection, random);
            await server.Connection.NoopAsync(Ct);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            throw new InvalidOperationException($"seed {seed}", exception);
        }

        await stop.CancelAsync();
        await serving.WaitAsync(TimeSpan.FromSeconds(60), Ct).ContinueWith(static _ => { }, TaskScheduler.Default);
    }

    private static async Task LoopAsync(SelectedMailbox inbox, ImapConnection connection, Random random)
    {
        int leave = random.Next(12);
        await foreach (FetchedMessage message in inbox.StreamAsync(Fetch, Ct))
        {
            if (message.Uid.Value == leave)
                break;
            for (int part = 1; part <= 2 && message.Section(BodySection.Part(part)) is { } body; part++)
            {
                if (random.Next(4) > 0)
                    await ReadAsync(body, connection, random).WaitAsync(TimeSpan.FromSeconds(60), Ct);
            }

            if (random.Next(3) == 0)
                await AskAsync(connection, random);
        }
    }

    private static async Task ReadAsync(MessageBody body, ImapConnection connection, Random random)
    {
        byte[] octets = [];
        switch (random.Next(4))
        {
            case 0:
                octets = await body.ReadAllAsync(cancellationToken: Ct);
                break;
            case 1:
                await using (Stream stream = body.Open())
                {
                    await stream.ReadAsync(new byte[random.Next(1, 3000)], Ct);
                    await AskAsync(connection, random);
                }

                return;
            case 2:
                octets = await LookAtAllAsync(body.OpenPipe(), connection, random);
                break;
            default:
                using (MemoryStream memory = new())
                {
                    await body.CopyToAsync(memory, Ct);
                    octets = memory.ToArray();
                }

                break;
        }

        Assert.Equal(body.Size, octets.Length);
        Assert.True(octets.AsSpan().IndexOfAnyExcept((byte)'x') < 0);
    }

    // Uses nothing before it has seen everything, and sends other commands meanwhile.
    private static async Task<byte[]> LookAtAllAsync(PipeReader pipe, ImapConnection connection, Random random)
    {
        while (true)
        {
            ReadResult result = await pipe.ReadAsync(Ct);
            if (result.IsCompleted)
            {
                byte[] octets = System.Buffers.BuffersExtensions.ToArray(result.Buffer);
                pipe.AdvanceTo(result.Buffer.End);
                await pipe.CompleteAsync();
                return octets;
            }

            pipe.AdvanceTo(result.Buffer.Start, result.Buffer.End);
            if (random.Next(3) == 0)
                await AskAsync(connection, random);
        }
    }

    // Answered, cancelled, or failed because a body precedes the answer: but one of them soon.
    private static async Task AskAsync(ImapConnection connection, Random random)
    {
        using CancellationTokenSource cancel = new();
        Task asking = connection.NoopAsync(cancel.Token);
        if (random.Next(2) == 0)
        {
            await Task.Yield();
            await cancel.CancelAsync();
        }

        try
        {
            await asking.WaitAsync(TimeSpan.FromSeconds(60), Ct);
        }
        catch (Exception exception) when (exception is ImapBlockedException or OperationCanceledException)
        {
        }
    }

    private static async Task ServeAsync(ScriptedServer server, Random random, CancellationToken stop)
    {
        while (await server.ReceiveLineAsync(stop) is { } line)
        {
            StringBuilder answer = new();
            for (int uid = 1; uid <= 6 && line.Contains("FETCH", StringComparison.Ordinal); uid++)
            {
                (string first, string second) = (new string('x', random.Next(20_000)), new string('x', random.Next(20_000)));
                answer.Append($"* {uid} FETCH (UID {uid} BODY[1] {{{first.Length}}}\r\n{first} BODY[2] {{{second.Length}}}\r\n{second})\r\n");
            }

            answer.Append(line.AsSpan(0, line.IndexOf(' ', StringComparison.Ordinal))).Append(" OK done\r\n");
            byte[] octets = Encoding.ASCII.GetBytes(answer.ToString());
            for (int sent = 0; sent < octets.Length;)
            {
                int length = Math.Min(random.Next(1, random.Next(2) == 0 ? 50 : 40_000), octets.Length - sent);
                await server.SendAsync(octets.AsMemory(sent, length));
                sent += length;
                if (random.Next(2) == 0)
                    await Task.Yield();
            }
        }
    }
}
