namespace ImapAsync;

/// <summary>What stands before an untagged response: <c>* </c>, and on some servers more or less than that.</summary>
internal static class ResponseStart
{
    /// <summary>Octets that mean nothing where a response begins: some servers send NUL there, others spaces.</summary>
    public static ReadOnlySpan<byte> Ignored => "\0 \t"u8;

    /// <summary>Takes off what means nothing.</summary>
    public static ReadOnlySpan<byte> Skip(ReadOnlySpan<byte> response) => response.TrimStart(Ignored);

    /// <summary>
    /// Takes off the star and the spaces behind it, of which there may be none; false when there is no star, or nothing
    /// behind it.
    /// </summary>
    public static bool TryReadStar(ReadOnlySpan<byte> response, out ReadOnlySpan<byte> raw)
    {
        raw = response is [(byte)'*', ..] ? response[1..].TrimStart(" \t"u8) : default;
        return !raw.IsEmpty;
    }
}
