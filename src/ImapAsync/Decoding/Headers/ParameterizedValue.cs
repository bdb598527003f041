using System.Buffers;
using System.Runtime.InteropServices;

namespace ImapAsync;

/// <summary>
/// A header value with parameters, such as a Content-Type (RFC 2045 §5.1) or a Content-Disposition (RFC 2183 §2).
/// Parsing is lenient and never fails.
/// </summary>
/// <param name="Value">The text before the first semicolon, such as <c>text/plain</c>; empty if there is none.</param>
/// <param name="Parameters">The parameters, unquoted.</param>
internal sealed record ParameterizedValue(string Value, MimeParameters Parameters)
{
    public static ParameterizedValue Parse(ReadOnlySpan<byte> source)
    {
        byte[] scratch = ArrayPool<byte>.Shared.Rent(Math.Max(source.Length, 1));
        ParameterizedValueReader reader = new(source, scratch);
        string value = reader.TakeText();
        List<KeyValuePair<string, string>>? parameters = null;
        while (reader.TryTakeParameter(out KeyValuePair<string, string> parameter))
            (parameters ??= []).Add(parameter);
        ArrayPool<byte>.Shared.Return(scratch);
        return new ParameterizedValue(
            value,
            parameters is null ? MimeParameters.Empty : MimeParameters.Of(CollectionsMarshal.AsSpan(parameters)));
    }
}
