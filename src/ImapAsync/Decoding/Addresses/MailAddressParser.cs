using System.Buffers;

namespace ImapAsync;

/// <summary>
/// Address lists of header fields (RFC 5322 §3.4 and §4.4): groups, comments, quoted strings, routes, and what is sent
/// in their place. Never fails; time and memory are bounded by the input.
/// </summary>
internal static class MailAddressParser
{
    /// <summary>More addresses than that in one header are no one's mail.</summary>
    private const int MostAddresses = 65_536;

    private const int StackLimit = 512;

    /// <summary>Reads the value of a From, To, Reply-To … field, in its order.</summary>
    public static List<MailAddressEntry> Parse(ReadOnlySpan<byte> value)
    {
        var addresses = new List<MailAddressEntry>();
        byte[]? rented = value.Length > StackLimit ? ArrayPool<byte>.Shared.Rent(value.Length) : null;
        try
        {
            var reader = new MailAddressReader(value, rented is null ? stackalloc byte[StackLimit] : rented);
            while (addresses.Count < MostAddresses && reader.TryRead(out MailAddressEntry address))
                addresses.Add(address);
            return addresses;
        }
        finally
        {
            if (rented is not null) ArrayPool<byte>.Shared.Return(rented);
        }
    }
}
