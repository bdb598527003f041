using System.IO.Compression;
using static ImapAsync.Tests.HostileSteps;

namespace ImapAsync.Tests;

/// <summary>COMPRESS=DEFLATE from a server that tries to fill the client's memory: a megabyte of zeros is a kilobyte on the wire.</summary>
[Collection(nameof(HostileFigures))]
public sealed class CompressionBombTests(HostileFigures figures)
{
    [Theory]
    [InlineData("* X ", nameof(ImapLimits.MaxResponseOctets))]
    [InlineData("* LIST () \"/\" {33554432}\r\n", nameof(ImapLimits.MaxResponseOctets))]
    [InlineData("* LIST () \"/\" {33554433}\r\n", nameof(ImapLimits.MaxLiteralOctets))]
    public Task A_response_that_swells(string start, string limit) => figures.MeasureAsync($"compresses 10 GiB of zeros after `{start.TrimEnd()}`", async () =>
    {
        await using HostileServer server = Compressing(async stream =>
        {
            await stream.SendAsync(start);
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 10 << 10; i++)
                await stream.WriteAsync(zeros, TestContext.Current.CancellationToken);
            await stream.FlushAsync(TestContext.Current.CancellationToken);
        });
        await using ImapConnection connection = await server.ConnectAsync();
        await connection.CompressAsync().InTime();
        return await connection.DiesByLimitAsync(connection.ListAsync(), limit);
    });

    [Theory]
    [InlineData("this is not deflate")]
    [InlineData("\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF")]
    public Task Octets_that_are_not_compressed(string octets) => figures.MeasureAsync($"does not compress what it announced, but sends {(octets[0] == '\xFF' ? "FF" : "text")}", async () =>
    {
        await using HostileServer server = new(async peer =>
        {
            await peer.SendAsync(Greeting);
            await peer.AnswerAsync("A1 COMPRESS DEFLATE", "A1 OK begin\r\n");
            await peer.Stream.ReadExactlyAsync(new byte[1], TestContext.Current.CancellationToken);
            await peer.SendAsync(octets);
        });
        await using ImapConnection connection = await server.ConnectAsync();
        await connection.CompressAsync().InTime();
        await connection.DiesAsync(connection.ListAsync());
        return "ends with `ImapConnectionException`";
    });

    private static HostileServer Compressing(Func<Stream, Task> attack) => new(async peer =>
    {
        await peer.SendAsync(Greeting);
        await peer.AnswerAsync("A1 COMPRESS DEFLATE", "A1 OK begin\r\n");
        await peer.Stream.ReadExactlyAsync(new byte[1], TestContext.Current.CancellationToken);
        await using DeflateStream stream = new(peer.Stream, CompressionLevel.Fastest, leaveOpen: true);
        await attack(stream);
    });
}
