using System.Text;

namespace ImapAsync.Testing;

/// <summary>
/// Message IDs in header fields (msg-id, RFC 5322 §3.6.4), normalized: quoting makes no difference (RFC 5256 §3).
/// </summary>
internal static class MessageIds
{
    /// <summary>The valid Message IDs of a field, without their angle brackets.</summary>
    public static List<string> Read(MimeEntity message, string field)
    {
        List<string> ids = new();
        ReadOnlySpan<byte> rest = message.Header.Raw(field);
        int start;
        while ((start = rest.IndexOfAny((byte)'<', (byte)'(')) >= 0)
        {
            rest = rest[start..];
            rest = rest[0] == '(' ? AfterComment(rest) : AfterId(rest, ids);
        }

        return ids;
    }

    /// <summary>The first Message ID of a field; null if there is none that is valid.</summary>
    public static string? First(MimeEntity message, string field) =>
        Read(message, field) is [var first, ..] ? first : null;

    private static ReadOnlySpan<byte> AfterComment(ReadOnlySpan<byte> rest)
    {
        int length = HeaderSyntax.CommentLength(rest);
        return length < 0 ? default : rest[length..];
    }

    private static ReadOnlySpan<byte> AfterId(ReadOnlySpan<byte> rest, List<string> ids)
    {
        StringBuilder id = new();
        int at = -1;
        for (int i = 1; i < rest.Length; i++)
        {
            switch (rest[i])
            {
                case (byte)'>':
                    if (at > 0 && id.Length > at + 1)
                        ids.Add(id.ToString());
                    return rest[(i + 1)..];
                case (byte)'<':
                    return rest[i..];
                case (byte)'"' when HeaderSyntax.QuotedLength(rest[i..]) is > 0 and var length:
                    byte[] unquoted = new byte[length];
                    id.Append(
                        Encoding.Latin1.GetString(
                            unquoted, 0, HeaderSyntax.Unescape(rest.Slice(i + 1, length - 2), unquoted)));
                    i += length - 1;
                    break;
                case (byte)' ' or (byte)'\t':
                    break;
                default:
                    if (rest[i] == '@')
                        at = id.Length;
                    id.Append((char)rest[i]);
                    break;
            }
        }

        return default;
    }
}
