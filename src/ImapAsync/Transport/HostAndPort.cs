using System.Globalization;
using System.Net;

namespace ImapAsync;

/// <summary>Validates and formats the address to connect to.</summary>
internal static class HostAndPort
{
    /// <exception cref="ArgumentException">Not a host name or address, or not a port.</exception>
    public static void Check(string host, int port)
    {
        CheckHost(host);
        if (port is < 1 or > 65535)
        {
            throw new ArgumentOutOfRangeException(
                nameof(port),
                port,
                "A port is between 1 and 65535; IMAP over TLS uses 993, IMAP with STARTTLS 143.");
        }
    }

    /// <exception cref="ArgumentException">Not a host name or address.</exception>
    public static void CheckHost(string host)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(host);
        if (FindProblem(host) is { } problem)
            throw new ArgumentException(problem, nameof(host));
    }

    /// <summary>Why it is not a host name or address; null if it is one.</summary>
    public static string? FindProblem(string host) =>
        IPAddress.TryParse(host, out _)
        || (Uri.CheckHostName(host) is not UriHostNameType.Unknown && !host.Contains(':'))
            ? null
            : $"'{host}' is not a host name or an IP address. Specify only the name, without scheme, user or port.";

    /// <summary>
    /// The form of the name that DNS, certificates and proxies use: international names in ASCII, addresses without
    /// brackets.
    /// </summary>
    public static string ToAscii(string host)
    {
        if (IPAddress.TryParse(host, out IPAddress? address))
            return address.ToString();
        return System.Text.Ascii.IsValid(host) ? host : new IdnMapping().GetAscii(host);
    }

    public static string Format(string host, int port) =>
        string.Create(
            CultureInfo.InvariantCulture, $"{(host.Contains(':') && host[0] != '[' ? $"[{host}]" : host)}:{port}");
}
