using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Text;

namespace ImapAsync;

/// <summary>The client's side of RFC 1928, with the user name and password of RFC 1929.</summary>
internal sealed class Socks5Proxy : ImapProxy
{
    private const byte Version = 5;
    private const byte NoAuthentication = 0;
    private const byte UserAndPassword = 2;

    public Socks5Proxy(string host, int port, string? user, string? password)
        : base(host, port, user, password)
    {
        if (user is null)
            return;
        CheckLength(user, nameof(user));
        CheckLength(
            password ?? throw new ArgumentNullException(nameof(password), "A SOCKS 5 user name requires a password."),
            nameof(password));
    }

    private protected override string Scheme => "socks5";

    internal override async ValueTask OpenTunnelAsync(
        Stream proxy, string host, int port, CancellationToken cancellationToken)
    {
        // RFC 1928 §3: version, number of methods, methods.
        byte[] methods = User is null
            ? [Version, 1, NoAuthentication]
            : [Version, 2, NoAuthentication, UserAndPassword];
        await proxy.WriteAsync(methods, cancellationToken).ConfigureAwait(false);
        byte[] chosen = await ReadAsync(proxy, 2, cancellationToken).ConfigureAwait(false);
        if (chosen[0] != Version)
            throw NotSocks5(chosen[0]);
        if (chosen[1] == UserAndPassword && User is not null)
        {
            await AuthenticateAsync(proxy, cancellationToken).ConfigureAwait(false);
        }
        else if (chosen[1] != NoAuthentication)
        {
            throw new ProxyException(User is null
                ? $"The proxy {this} asks for authentication. Set a user name and a password."
                : $"The proxy {this} accepts neither a user name and password nor an unauthenticated client.");
        }

        await proxy.WriteAsync(Request(host, port), cancellationToken).ConfigureAwait(false);
        await ReadReplyAsync(proxy, HostAndPort.Format(host, port), cancellationToken).ConfigureAwait(false);
    }

    // RFC 1929 §2: version 1, user name, password; the answer is version and status.
    private async ValueTask AuthenticateAsync(Stream proxy, CancellationToken cancellationToken)
    {
        byte[] user = Encoding.UTF8.GetBytes(User!);
        byte[] password = Encoding.UTF8.GetBytes(Password!);
        byte[] message = [1, (byte)user.Length, .. user, (byte)password.Length, .. password];
        await proxy.WriteAsync(message, cancellationToken).ConfigureAwait(false);
        byte[] answer = await ReadAsync(proxy, 2, cancellationToken).ConfigureAwait(false);
        if (answer[1] != 0)
            throw new ProxyException($"The proxy {this} refused the user name and password.");
    }

    // RFC 1928 §4: version, CONNECT, reserved, kind of address, address, port.
    private static byte[] Request(string host, int port)
    {
        byte[] address;
        if (IPAddress.TryParse(host, out IPAddress? literal))
        {
            byte[] bytes = literal.GetAddressBytes();
            address = [bytes.Length == 4 ? (byte)1 : (byte)4, .. bytes];
        }
        else
        {
            byte[] name = Encoding.ASCII.GetBytes(HostAndPort.ToAscii(host));
            address = [3, checked((byte)name.Length), .. name];
        }

        byte[] request = [Version, 1, 0, .. address, 0, 0];
        BinaryPrimitives.WriteUInt16BigEndian(request.AsSpan(request.Length - 2), (ushort)port);
        return request;
    }

    // RFC 1928 §6: version, reply, reserved, kind of address, the proxy's address and port, which are not needed here.
    private async ValueTask ReadReplyAsync(Stream proxy, string target, CancellationToken cancellationToken)
    {
        byte[] head = await ReadAsync(proxy, 4, cancellationToken).ConfigureAwait(false);
        if (head[0] != Version)
            throw NotSocks5(head[0]);
        if (head[1] != 0)
        {
            throw new ProxyException($"The proxy {this} could not connect to {target}: {Reason(head[1])}.")
            {
                IsTransient = head[1] is 1 or 3 or 4 or 5 or 6,
            };
        }

        int length = head[3] switch
        {
            1 => 4,
            3 => (await ReadAsync(proxy, 1, cancellationToken).ConfigureAwait(false))[0],
            4 => 16,
            _ => throw new ProxyException(
                $"The proxy {this} answered with an unknown kind of address "
                + $"({head[3].ToString(CultureInfo.InvariantCulture)})."),
        };
        await ReadAsync(proxy, length + 2, cancellationToken).ConfigureAwait(false);
    }

    private static string Reason(byte reply) => reply switch
    {
        1 => "general failure",
        2 => "its rules do not allow it",
        3 => "network unreachable",
        4 => "host unreachable, or its name is unknown",
        5 => "connection refused",
        6 => "it took too long (TTL expired)",
        7 => "it does not support CONNECT",
        8 => "it does not support this kind of address",
        _ => string.Create(CultureInfo.InvariantCulture, $"reply {reply}"),
    };

    private async ValueTask<byte[]> ReadAsync(Stream proxy, int count, CancellationToken cancellationToken)
    {
        byte[] bytes = new byte[count];
        try
        {
            await proxy.ReadExactlyAsync(bytes, cancellationToken).ConfigureAwait(false);
            return bytes;
        }
        catch (EndOfStreamException failure)
        {
            throw new ProxyException(
                $"The proxy {this} closed the connection before its answer was complete. Is it a SOCKS 5 proxy?",
                failure)
            {
                IsTransient = true,
            };
        }
    }

    private ProxyException NotSocks5(byte version) =>
        new(string.Create(
            CultureInfo.InvariantCulture,
            $"{this} did not answer as a SOCKS 5 proxy does (version {version}). "
            + $"Check host and port, or use {nameof(ImapProxy)}.{nameof(Http)}."));

    private static void CheckLength(string value, string name)
    {
        if (Encoding.UTF8.GetByteCount(value) is < 1 or > 255)
            throw new ArgumentException("SOCKS 5 takes 1 to 255 bytes here (RFC 1929 §2).", name);
    }
}
