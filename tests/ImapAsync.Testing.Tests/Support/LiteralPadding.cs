using System.Text;

namespace ImapAsync.Testing.Tests.Support;

/// <summary>Adds what a command announces but lacks: the octets of its literals, so that a server does not wait for them.</summary>
internal static class LiteralPadding
{
    private const int Most = 10_000;

    public static string Complete(string command)
    {
        StringBuilder whole = new();
        while (true)
        {
            int end = command.IndexOf('\n', StringComparison.Ordinal);
            string line = end < 0 ? command : command[..end];
            whole.Append(line);
            bool isAnnounced = LiteralAnnouncement.TryParse(Encoding.Latin1.GetBytes(line.EndsWith('\r') ? line[..^1] : line), out LiteralAnnouncement literal);
            if (end < 0 && !isAnnounced)
                return whole.ToString();
            whole.Append(end < 0 ? "\r\n" : "\n");
            string rest = end < 0 ? "" : command[(end + 1)..];
            int length = isAnnounced && literal.Size <= Most ? (int)literal.Size : 0;
            whole.Append(rest.PadRight(length, 'x').AsSpan(0, length));
            command = rest.Length > length ? rest[length..] : "";
        }
    }
}
