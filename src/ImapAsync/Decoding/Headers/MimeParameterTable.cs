namespace ImapAsync;

/// <summary>Parameters as sent and, once accessed, decoded.</summary>
internal sealed class MimeParameterTable(KeyValuePair<string, string>[] raw)
{
    private KeyValuePair<string, string>[]? _decoded;

    public KeyValuePair<string, string>[] Raw { get; } = raw;

    public KeyValuePair<string, string>[] Decoded => _decoded ??= MimeParameterDecoder.Decode(Raw);
}
