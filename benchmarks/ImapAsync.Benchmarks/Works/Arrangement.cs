using System.IO.Pipelines;
using System.Net.Sockets;

namespace ImapAsync.Benchmarks;

/// <summary>A way to use a socket, to be measured beside the others.</summary>
/// <param name="Name">What it is called on the command line, after <c>sdk-</c>.</param>
/// <param name="Title">What it is called in the table.</param>
/// <param name="Open">Creates the transport for a connected socket; null for one of the library's own modes.</param>
/// <param name="Mode">That mode.</param>
internal sealed record Arrangement(
    string Name, string Title, Func<Socket, IImapTransport>? Open = null, SocketMode Mode = SocketMode.Stream)
{
    private static readonly SocketPipeOptions Usual = SocketPipeOptions.Default;

    public static readonly Arrangement[] All =
    [
        new("stream", "stream"),
        new("pipes", "pipes", Mode: SocketMode.Pipes),
        new(
            "pipes-inline", "inline",
            Piped(Usual with { Reader = PipeScheduler.Inline, Writer = PipeScheduler.Inline })),
        new("pipes-local", "local", Piped(Usual with { Reader = LocalScheduler.Instance })),
        new("pipes-256k", "256 KiB", Piped(Usual with { ReadAhead = 256 << 10 })),
        new("package", "package", static socket => new PackageTransport(socket, isSslOverPipes: false)),
        new("package-ssl", "its ssl", static socket => new PackageTransport(socket, isSslOverPipes: true)),
    ];

    /// <summary>Whether it can do that: the package alone knows no compression.</summary>
    public bool Does(Work work) => !work.IsCompressed || !Name.StartsWith("package", StringComparison.Ordinal);

    /// <summary>The options for connecting this way.</summary>
    public TransportOptions OptionsFor(string host, int port)
    {
        if (Open is not { } open)
            return new TransportOptions { SocketMode = Mode };
        return new TransportOptions
        {
            ConnectCallback = async token => open(
                await TcpDialer.ConnectAsync(host, port, "the server", TransportOptions.Default, token)),
        };
    }

    private static Func<Socket, IImapTransport> Piped(SocketPipeOptions options) => socket =>
    {
        SocketPipeStream stream = SocketPipeStream.Create(socket, options);
        return new StreamTransport(stream, TimeProvider.System, rootReader: stream.Reader);
    };
}
