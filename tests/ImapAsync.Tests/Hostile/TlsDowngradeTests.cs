using System.Buffers.Binary;

namespace ImapAsync.Tests;

/// <summary>Servers, or attackers in the middle, that answer with a broken version of TLS (RFC 8996).</summary>
public class TlsDowngradeTests
{
    [Theory]
    [InlineData(0x00)] // SSL 3
    [InlineData(0x01)] // TLS 1.0
    [InlineData(0x02)] // TLS 1.1
    public async Task An_old_version_is_neither_offered_nor_accepted(byte minor)
    {
        byte[] hello = [];
        await using HostileServer server = new(async peer =>
        {
            hello = await ReadRecordAsync(peer.Stream);
            await peer.Stream.WriteAsync(ServerHello(minor), TestContext.Current.CancellationToken);
        });

        ImapConnectionException refusal = await server.RefusesAsync(ImapSecurity.Tls);

        Assert.Contains("The TLS handshake with localhost failed", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("The client offers Tls12, Tls13", refusal.Message, StringComparison.Ordinal);
        Assert.Equal([0x0304, 0x0303], OfferedVersions(hello));
    }

    private static async Task<byte[]> ReadRecordAsync(Stream stream)
    {
        byte[] header = new byte[5];
        await stream.ReadExactlyAsync(header, TestContext.Current.CancellationToken);
        byte[] record = new byte[BinaryPrimitives.ReadUInt16BigEndian(header.AsSpan(3))];
        await stream.ReadExactlyAsync(record, TestContext.Current.CancellationToken);
        return record;
    }

    // RFC 5246 §7.4.1.3: version, 32 random octets, no session, TLS_RSA_WITH_AES_128_CBC_SHA, no compression, no extensions.
    private static byte[] ServerHello(byte minor)
    {
        byte[] random = new byte[32];
        Random.Shared.NextBytes(random);
        byte[] body = [3, minor, .. random, 0, 0x00, 0x2F, 0];
        return [0x16, 3, minor, 0, (byte)(body.Length + 4), 2, 0, 0, (byte)body.Length, .. body];
    }

    // The extension supported_versions (43) of a ClientHello, RFC 8446 §4.2.1.
    private static ushort[] OfferedVersions(ReadOnlySpan<byte> hello)
    {
        int at = 4 + 2 + 32;
        at += 1 + hello[at];
        at += 2 + BinaryPrimitives.ReadUInt16BigEndian(hello[at..]);
        at += 1 + hello[at];
        for (at += 2; at < hello.Length; at += 4 + BinaryPrimitives.ReadUInt16BigEndian(hello[(at + 2)..]))
        {
            if (BinaryPrimitives.ReadUInt16BigEndian(hello[at..]) != 43)
                continue;
            List<ushort> versions = [];
            for (int i = 0; i < hello[at + 4]; i += 2)
                versions.Add(BinaryPrimitives.ReadUInt16BigEndian(hello[(at + 5 + i)..]));
            return [.. versions];
        }

        return [];
    }
}
