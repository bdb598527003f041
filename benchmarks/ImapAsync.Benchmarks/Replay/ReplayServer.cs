using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;

namespace ImapAsync.Benchmarks;

/// <summary>The replay server's process: a port for each kind of connection, printed on the standard output. It ends with its standard input.</summary>
internal static class ReplayServer
{
    public static readonly TimeSpan RoundTrip = TimeSpan.FromMilliseconds(20);

    public static int Run(string certificateFile)
    {
        X509Certificate2 certificate = ServerCertificate.Make(certificateFile);
        RecordingShelf shelf = new();
        int[] ports =
        [
            Listen(shelf, null, TimeSpan.Zero), Listen(shelf, null, RoundTrip),
            Listen(shelf, certificate, TimeSpan.Zero), Listen(shelf, certificate, RoundTrip),
        ];
        Console.Out.WriteLine(string.Join(' ', ports));
        Console.Out.Flush();
        while (Console.In.ReadLine() is not null)
        {
            // The process that started the server keeps its input open.
        }

        return 0;
    }

    private static int Listen(RecordingShelf shelf, X509Certificate2? certificate, TimeSpan roundTrip)
    {
        Socket listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen(1024);
        new Thread(() =>
        {
            while (true)
            {
                Socket client = listener.Accept();
                client.NoDelay = true;
                new Thread(() => Serve(client, shelf, certificate, roundTrip), 256 << 10) { IsBackground = true }.Start();
            }
        })
        { IsBackground = true }.Start();
        return ((IPEndPoint)listener.LocalEndPoint!).Port;
    }

    private static void Serve(Socket client, RecordingShelf shelf, X509Certificate2? certificate, TimeSpan roundTrip)
    {
        FlightCounter flights = new();
        DelayLine? delay = roundTrip > TimeSpan.Zero ? new DelayLine(client, flights, roundTrip) : null;
        int handshake = 0;
        try
        {
            Stream stream = new WatchedStream(client, flights, delay);
            if (certificate is not null)
            {
                SslStream tls = new(stream);
                tls.AuthenticateAsServer(certificate);
                handshake = flights.Flights;
                stream = tls;
            }

            new ReplaySession(stream, shelf, flights).Run();
        }
        catch (IOException)
        {
            // The client has gone.
        }
        catch (SocketException)
        {
            // The client has gone.
        }
        finally
        {
            client.Dispose();
            Console.Out.WriteLine($"flights {flights.FlightsWithCommands - handshake}");
        }
    }
}
