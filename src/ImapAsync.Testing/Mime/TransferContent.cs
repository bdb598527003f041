using System.Buffers;

namespace ImapAsync.Testing;

/// <summary>Decodes a transfer encoding (RFC 2045 §6) in memory.</summary>
internal static class TransferContent
{
    /// <summary>The decoded octets; the same if there is nothing to decode, or the encoding is unknown.</summary>
    public static ReadOnlyMemory<byte> Decode(ReadOnlyMemory<byte> encoded, ContentTransferEncoding encoding) =>
        encoding switch
        {
            ContentTransferEncoding.Base64 => Decode<Base64Decoder>(encoded.Span),
            ContentTransferEncoding.QuotedPrintable => Decode<QuotedPrintableDecoder>(encoded.Span),
            ContentTransferEncoding.UuEncode => Decode<UuDecoder>(encoded.Span),
            _ => encoded,
        };

    private static ReadOnlyMemory<byte> Decode<TDecoder>(ReadOnlySpan<byte> encoded)
        where TDecoder : struct, ITransferDecoder
    {
        // A copy, because decoders overwrite their input.
        Span<byte> rest = encoded.ToArray();
        ArrayBufferWriter<byte> output = new();
        TDecoder decoder = default;
        int consumed, written;
        do
        {
            decoder.Decode(
                rest, output.GetSpan(ITransferDecoder.LeastDestination), final: true, out consumed, out written);
            rest = rest[consumed..];
            output.Advance(written);
        }
        while (consumed + written > 0);
        return output.WrittenMemory;
    }
}
