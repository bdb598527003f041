using System.Text;
using ImapAsync.Extensibility;

namespace ImapAsync.Tests;

/// <summary>A streaming command from outside that recognises its responses by the tag in them.</summary>
public sealed class ItemCollectorTagTests
{
    [Fact]
    public async Task A_gathered_command_knows_its_tag()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        Task<ImapResult<IReadOnlyList<string>>> sending = server.Connection.SendAsync(new TaggedCommand()).AsTask();

        await server.AnswerAsync("A1 XFIND\r\n", "* XFOUND A1 4\r\n* XFOUND A9 5\r\nA1 OK done\r\n");

        Assert.Equal(["XFOUND A1 4"], (await sending.InTime()).Value);
    }

    [Fact]
    public async Task A_streamed_command_knows_its_tag()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        Task<List<string>> reading = server.Connection.StreamAsync(new TaggedCommand()).ToListAsync().AsTask();

        await server.AnswerAsync("A1 XFIND\r\n", "* XFOUND A1 4\r\n* XFOUND A9 5\r\nA1 OK done\r\n");

        Assert.Equal(["XFOUND A1 4"], await reading.InTime());
    }

    private sealed record TaggedCommand() : ImapStreamCommand<string>("XFIND")
    {
        protected internal override ItemCollector<string> CreateItemCollector() => new Collector();

        private sealed class Collector : ItemCollector<string>
        {
            protected internal override bool NeedsTag => true;

            protected internal override bool TryRead(in UntaggedResponse response, out string item)
            {
                item = Encoding.ASCII.GetString(response.Raw);
                return response.Is("XFOUND"u8) && item.Contains($" {Tag} ", StringComparison.Ordinal);
            }
        }
    }
}
