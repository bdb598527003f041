using System.Buffers;
using System.IO.Pipelines;
using System.Text;

namespace ImapAsync.Tests;

/// <summary>Text in and out of transports and of the peers that tests play, in Latin-1, so that every byte is a character.</summary>
internal static class TransportText
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task SendAsync(this IImapTransport transport, string text)
    {
        FlushResult result = await transport.Output.WriteAsync(Encoding.Latin1.GetBytes(text), Ct);
        Assert.False(result.IsCanceled);
    }

    /// <summary>Reads exactly as many bytes as the text has, and compares.</summary>
    public static async Task ExpectAsync(this IImapTransport transport, string text)
    {
        ReadResult result = await transport.Input.ReadAtLeastAsync(text.Length, Ct);
        ReadOnlySequence<byte> head = result.Buffer.Slice(0, Math.Min(text.Length, result.Buffer.Length));
        Assert.Equal(text, Encoding.Latin1.GetString(head));
        transport.Input.AdvanceTo(head.End);
    }

    public static async Task ExpectEndAsync(this IImapTransport transport)
    {
        ReadResult result = await transport.Input.ReadAsync(Ct);
        Assert.True(result.IsCompleted);
        Assert.True(result.Buffer.IsEmpty);
    }

    /// <summary>After an abort one read may be cancelled; the next fails or is at the end.</summary>
    public static async Task ExpectDeadAsync(this IImapTransport transport)
    {
        try
        {
            ReadResult result = await transport.Input.ReadAsync(Ct);
            if (result.IsCanceled)
                result = await transport.Input.ReadAsync(Ct);
            Assert.True(result.IsCompleted && result.Buffer.IsEmpty);
        }
        catch (Exception failure) when (failure is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // The connection is dead either way.
        }
    }

    public static async Task SendAsync(this Stream peer, string text)
    {
        await peer.WriteAsync(Encoding.Latin1.GetBytes(text), Ct);
        await peer.FlushAsync(Ct);
    }

    public static async Task ExpectAsync(this Stream peer, string text)
    {
        byte[] bytes = new byte[text.Length];
        int count = await peer.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, Ct);
        Assert.Equal(text, Encoding.Latin1.GetString(bytes.AsSpan(0, count)));
    }
}
