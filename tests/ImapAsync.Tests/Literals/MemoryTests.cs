namespace ImapAsync.Tests;

/// <summary>How much memory bodies take: measured in a separate process, whose heap cannot grow beyond the allowed size.</summary>
public sealed class MemoryTests
{
    private const long Allowed = 64L << 20;

    [Fact]
    public async Task Three_gibibytes_pass_through_flat_memory()
    {
        if (!OwnProcess.IsThis)
        {
            await OwnProcess.RunAsync($"{typeof(MemoryTests).FullName}.{nameof(Three_gibibytes_pass_through_flat_memory)}", Allowed);
            return;
        }

        const long Size = 3L << 30;
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        SelectedMailbox inbox = await StreamedBodyTests.SelectAsync(server);
        long idle = OwnProcess.Memory.Now;
        Task serving = LargeBodyTests.ServeAsync(server, Size);
        CountingStream sink = new();
        await foreach (FetchedMessage message in inbox.StreamAsync(new UidFetchCommand(new Uid(1), [FetchItem.Body()])))
        {
            Assert.Equal(Size, message.Section(BodySection.Full)!.Size);
            await message.CopyBodyToAsync(sink);
        }

        await serving;
        Assert.Equal(Size, sink.Octets);
        Assert.InRange(OwnProcess.Memory.Peak - idle, long.MinValue, Allowed);
    }

    [Fact]
    public async Task Ten_thousand_bodies_with_commands_in_the_middle_of_each()
    {
        if (!OwnProcess.IsThis)
        {
            await OwnProcess.RunAsync($"{typeof(MemoryTests).FullName}.{nameof(Ten_thousand_bodies_with_commands_in_the_middle_of_each)}", Allowed);
            return;
        }

        const int Messages = 10_000;
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        SelectedMailbox inbox = await StreamedBodyTests.SelectAsync(server);
        using CancellationTokenSource stop = new();
        Task serving = new MailboxResponder(Messages).ServeAsync(server, stop.Token);
        long idle = OwnProcess.Memory.Now;
        int count = 0;
        await foreach (FetchedMessage message in inbox.FetchAsync(UidSet.All, [FetchItem.Flags, FetchItem.Body()]))
        {
            CountingStream sink = new();
            await message.CopyBodyToAsync(sink);
            Assert.Equal(MailboxResponder.SizeOf(message.Uid), sink.Octets);
            await AskAsync(inbox, message.Uid, ++count);
        }

        await stop.CancelAsync();
        await server.CloseAsync();
        await serving;
        Assert.Equal(Messages, count);
        Assert.InRange(OwnProcess.Memory.Peak - idle, long.MinValue, Allowed);
    }

    // A STORE for each message; for every third a COPY, and another FETCH, too.
    private static async Task AskAsync(SelectedMailbox inbox, Uid uid, int count)
    {
        ImapResult<IReadOnlyList<UntypedResponse>> stored = await inbox.SendAsync(new StoreProbe(uid));
        Assert.Equal($"{uid} FETCH (UID {uid} FLAGS (\\Seen))", Assert.Single(stored.Value).Text);
        if (count % 3 != 0)
            return;

        CopyResult copied = await inbox.CopyAsync(uid, "Archive");
        Assert.Equal(uid.Value + 100_000, Assert.Single(copied.Destination).Value);
        FetchedMessage again = Assert.Single((await inbox.SendAsync(new UidFetchCommand(uid, FetchItems.Uid | FetchItem.Size))).Value);
        Assert.Equal((uid, MailboxResponder.SizeOf(uid)), (again.Uid, again.Size));
    }
}
