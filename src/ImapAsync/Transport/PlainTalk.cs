using System.Text;

namespace ImapAsync;

/// <summary>
/// Shows what a server said where something else was expected, as one line for a message, and guesses its protocol.
/// </summary>
internal static class PlainTalk
{
    private const int Longest = 200;

    /// <summary>The first line, in quotes, with octets other than printable ASCII as <c>\xNN</c>.</summary>
    public static string Quote(ReadOnlySpan<byte> octets)
    {
        int end = octets.IndexOfAny("\r\n"u8);
        ReadOnlySpan<byte> line = end < 0 ? octets : octets[..end];
        StringBuilder text = new("\"");
        foreach (byte octet in line[..Math.Min(line.Length, Longest)])
        {
            if (octet is >= 0x20 and < 0x7F)
                text.Append((char)octet);
            else
                text.Append("\\x").Append(octet.ToString("X2", provider: null));
        }

        return text.Append(line.Length > Longest ? "…\"" : "\"").ToString();
    }

    /// <summary>The protocol of a server whose first octets are these; null if unknown.</summary>
    public static string? Protocol(ReadOnlySpan<byte> octets) => octets switch
    {
        [(byte)'+', (byte)'O', (byte)'K', ..] or [(byte)'-', (byte)'E', (byte)'R', (byte)'R', ..] => "POP3",
        [(byte)'S', (byte)'S', (byte)'H', (byte)'-', ..] => "SSH",
        [(byte)'H', (byte)'T', (byte)'T', (byte)'P', (byte)'/', ..] or [(byte)'<', ..] => "HTTP",
        [(byte)'"', ..] => "ManageSieve",
        [>= 0x14 and <= 0x17, 3, ..] => "TLS",
        [(byte)'2', (byte)'0', (byte)'0' or (byte)'1', ..] => "NNTP",
        [>= (byte)'2' and <= (byte)'5', >= (byte)'0' and <= (byte)'9', >= (byte)'0' and <= (byte)'9', ..] =>
            Numbered(octets),
        _ => null,
    };

    // 220 greets, 421 and 554 refuse, in SMTP, LMTP and FTP alike: only the text distinguishes them, if it does.
    private static string Numbered(ReadOnlySpan<byte> octets)
    {
        string text = Encoding.ASCII.GetString(octets[..Math.Min(octets.Length, Longest)]).ToUpperInvariant();
        return text.Contains("SMTP", StringComparison.Ordinal) ? "SMTP"
            : text.Contains("LMTP", StringComparison.Ordinal) ? "LMTP"
            : text.Contains("FTP", StringComparison.Ordinal) ? "FTP"
            : "SMTP or FTP";
    }
}
