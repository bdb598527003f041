using System.Globalization;
using System.Text;

namespace ImapAsync;

/// <summary>The client's side of an HTTP/1.1 CONNECT (RFC 9110 §9.3.6) with Basic authentication (RFC 7617).</summary>
internal sealed class HttpConnectProxy : ImapProxy
{
    private const int LongestAnswer = 16 * 1024;

    public HttpConnectProxy(string host, int port, string? user, string? password)
        : base(host, port, user, password)
    {
        if (user is not null && (user.Contains(':') || user.Any(char.IsControl)))
        {
            throw new ArgumentException(
                "The user name of a proxy cannot have a colon or control characters (RFC 7617 §2).", nameof(user));
        }

        if (password is not null && password.Any(char.IsControl))
        {
            throw new ArgumentException(
                "The password of a proxy cannot have control characters (RFC 7617 §2).", nameof(password));
        }
    }

    private protected override string Scheme => "http";

    internal override async ValueTask OpenTunnelAsync(
        Stream proxy, string host, int port, CancellationToken cancellationToken)
    {
        string target = HostAndPort.Format(HostAndPort.ToAscii(host), port);
        await proxy.WriteAsync(Encoding.ASCII.GetBytes(Request(target)), cancellationToken).ConfigureAwait(false);
        string answer = await ReadHeadAsync(proxy, cancellationToken).ConfigureAwait(false);
        string statusLine = answer[..answer.IndexOf('\n', StringComparison.Ordinal)].TrimEnd('\r');
        switch (Status(statusLine))
        {
            case >= 200 and <= 299:
                return;
            case 407:
                throw new ProxyException(User is null
                    ? $"The proxy {this} asks for authentication. Set a user name and a password."
                    : $"The proxy {this} refused the user name and password, or requires authentication other than "
                        + "Basic.");
            default:
                throw new ProxyException(
                    $"The proxy {this} did not connect to {target}: \"{Printable(statusLine)}\". "
                    + "Does it allow CONNECT to this port?")
                {
                    IsTransient = Status(statusLine) is >= 500 and <= 599,
                };
        }
    }

    private string Request(string target)
    {
        StringBuilder request = new();
        request.Append(CultureInfo.InvariantCulture, $"CONNECT {target} HTTP/1.1\r\nHost: {target}\r\n");
        if (User is not null)
        {
            string credentials = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{User}:{Password}"));
            request.Append(CultureInfo.InvariantCulture, $"Proxy-Authorization: Basic {credentials}\r\n");
        }

        return request.Append("\r\n").ToString();
    }

    // Byte by byte, because what follows the empty line belongs to the server.
    private async ValueTask<string> ReadHeadAsync(Stream proxy, CancellationToken cancellationToken)
    {
        StringBuilder head = new(256);
        byte[] one = new byte[1];
        while (head.Length < LongestAnswer)
        {
            if (await proxy.ReadAsync(one, cancellationToken).ConfigureAwait(false) == 0)
            {
                throw new ProxyException(
                    $"The proxy {this} closed the connection before its answer was complete. Is it an HTTP proxy?")
                {
                    IsTransient = true,
                };
            }

            head.Append((char)one[0]);
            if (one[0] == '\n' && IsComplete(head))
                return head.ToString();
        }

        throw new ProxyException($"The answer of the proxy {this} is too long, or it is not an HTTP proxy.");
    }

    // RFC 9112 §2.2 allows a line to end with LF alone.
    private static bool IsComplete(StringBuilder head) =>
        head.Length >= 2 && (head[^2] == '\n' || (head.Length >= 3 && head[^2] == '\r' && head[^3] == '\n'));

    private static int Status(string statusLine) =>
        statusLine.StartsWith("HTTP/1.", StringComparison.Ordinal) && statusLine.Length >= 12
        && int.TryParse(statusLine.AsSpan(9, 3), NumberStyles.None, CultureInfo.InvariantCulture, out int status)
            ? status
            : 0;

    private static string Printable(string line) =>
        string.Concat(line.Take(200).Select(c => c is >= ' ' and <= '~' ? c : '?'));
}
