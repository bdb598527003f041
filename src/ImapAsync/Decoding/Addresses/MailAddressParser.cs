using System.Buffers;

namespace ImapAsync;

/// <summary>
/// Parses address lists of header fields (RFC 5322 §3.4 and §4.4): groups, comments, quoted strings, routes, and
/// malformed variants seen in practice. Never fails; time and memory are bounded by the input.
/// </summary>
internal static class MailAddressParser
{
    /// <summary>The most addresses read from one header; no real mail has more.</summary>
    private const int MostAddresses = 65_536;

    private const int StackLimit = 512;

    /// <summary>Parses the value of a From, To, Reply-To … field, in its order.</summary>
    public static List<MailAddressEntry> Parse(ReadOnlySpan<byte> value)
    {
        List<MailAddressEntry> addresses = new();
        byte[]? rented = value.Length > StackLimit ? ArrayPool<byte>.Shared.Rent(value.Length) : null;
        try
        {
            MailAddressReader reader = new(value, rented is null ? stackalloc byte[StackLimit] : rented);
            while (addresses.Count < MostAddresses && reader.TryRead(out MailAddressEntry address))
                addresses.Add(address);
            return addresses;
        }
        finally
        {
            if (rented is not null)
                ArrayPool<byte>.Shared.Return(rented);
        }
    }
}
