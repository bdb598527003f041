using System.IO.Compression;
using System.Net.Security;
using System.Net.Sockets;

namespace ImapAsync.Benchmarks;

/// <summary>The limit: the same command octets, and what arrives is read into a buffer of 64 KiB and discarded, up to the tagged OK.</summary>
internal sealed class RawClient : IDisposable
{
    // A loop around a socket soon reaches its full speed.
    private const int LongestWarmUpMs = 300;

    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] _buffer = new byte[64 << 10];
    private Stream _input = Stream.Null;
    private Stream _output = Stream.Null;

    public static async Task<Measurement> RunAsync(ClientSettings settings)
    {
        settings = settings with { WarmUpMs = Math.Min(settings.WarmUpMs, LongestWarmUpMs) };
        if (settings.Work.Kind == "W9")
            return await MeasuredRun.OfAsync(settings, () => FirstEnvelopeAsync(settings), () => FirstEnvelopeAsync(settings));
        using RawClient client = await OpenAsync(settings);
        await client.SendAsync(RawCommands.Select(settings), "s");
        RawCommands.For(settings.Work, settings.Set);
        return await MeasuredRun.OfAsync(settings, () => client.RunAsync(settings, settings.WarmUp), () => client.RunAsync(settings, settings.Set));
    }

    private async Task<WorkResult> RunAsync(ClientSettings settings, string set)
    {
        long octets = 0;
        foreach ((byte[] sent, string tag) in RawCommands.For(settings.Work, set))
            octets += await SendAsync(sent, tag);
        return new WorkResult(octets);
    }

    // The login, then SELECT together with FETCH: the least that a client needs.
    private static async Task<WorkResult> FirstEnvelopeAsync(ClientSettings settings)
    {
        using RawClient client = await OpenAsync(settings);
        return new WorkResult(await client.SendAsync((byte[])[.. RawCommands.Select(settings), .. "f UID FETCH 1 (UID ENVELOPE)\r\n"u8], "f"));
    }

    private static async Task<RawClient> OpenAsync(ClientSettings settings)
    {
        RawClient client = new();
        await client._socket.ConnectAsync(settings.Host, settings.Port);
        Stream stream = new NetworkStream(client._socket, ownsSocket: false);
        if (settings.Work.IsTls)
        {
            SslStream tls = new(stream, false, static (_, _, _, _) => true);
            await tls.AuthenticateAsClientAsync(settings.Host);
            stream = tls;
        }

        client._input = client._output = stream;
        await client.DrainAsync("* OK");
        await client.SendAsync(RawCommands.Login(settings), "l");
        if (settings.Work.IsCompressed)
        {
            await client.SendAsync("c COMPRESS DEFLATE\r\n"u8.ToArray(), "c");
            client._input = new DeflateStream(stream, CompressionMode.Decompress);
            client._output = new DeflateStream(stream, CompressionLevel.Fastest);
        }

        return client;
    }

    private async ValueTask<long> SendAsync(ReadOnlyMemory<byte> command, string tag)
    {
        await _output.WriteAsync(command);
        await _output.FlushAsync();
        return await DrainAsync(tag + " OK");
    }

    // The answer ends with a line that begins with these octets.
    private async ValueTask<long> DrainAsync(string last)
    {
        long total = 0;
        TailWatch end = new(last);
        do
        {
            int read = await _input.ReadAsync(_buffer);
            if (read == 0)
                throw new IOException("The server closed the connection.");
            end.Add(_buffer.AsSpan(0, read));
            total += read;
        }
        while (!end.IsReached);

        return total;
    }

    public void Dispose() => _socket.Dispose();
}
