using System.Text;
using System.Text.RegularExpressions;

namespace ImapAsync.Testing;

/// <summary>Quirks of lines, status responses and literals.</summary>
internal static partial class FramingQuirks
{
    public static byte[] CodeWithoutStatus(byte[] response) => ResponseText.ChangeWhole(response, static text =>
    {
        Match code = CopyUid().Match(text);
        if (!code.Success)
            return text;
        string rest = text.Replace(code.Value + " ", "", StringComparison.Ordinal);
        return ResponseText.IsTagged(text) ? $"* {code.Value}\r\n{rest}" : $"* {code.Value}\r\n";
    });

    public static byte[] EmptyCopyUid(byte[] response) =>
        ResponseText.ChangeWhole(response, static text => CopyUid().Replace(text, "[COPYUID 1  ]"));

    public static byte[] UninvitedContinuation(byte[] response) =>
        ResponseText.ChangeWhole(response, static text => ResponseText.IsTagged(text) ? "+ \r\n" + text : text);

    public static byte[] ExtraTextLines(byte[] response) =>
        ResponseText.ChangeWhole(
            response, static text => ResponseText.IsTagged(text) ? "* This server is being watched\r\n" + text : text);

    public static byte[] RepeatedBye(byte[] response) =>
        ResponseText.ChangeWhole(
            response, static text => text.StartsWith("* BYE", StringComparison.Ordinal) ? text + text + text : text);

    // Announced two octets too short, so that the message's last line end is left over.
    public static byte[] ShortLiteral(byte[] response) =>
        ResponseText.Change(response, static text => LiteralHeader().Replace(text, static match =>
            long.Parse(match.Groups["size"].Value) is var size and >= 2 ? $"{{{size - 2}}}\r\n" : match.Value));

    public static byte[] BareLineFeeds(byte[] response) =>
        ResponseText.Change(response, static text => text.Replace("\r\n", "\n", StringComparison.Ordinal));

    // Names of mailboxes stay unchanged.
    public static byte[] LowerCase(byte[] response)
    {
        string start = Encoding.Latin1.GetString(response, 0, Math.Min(response.Length, 12));
        bool isNamed = start.StartsWith("* LIST", StringComparison.Ordinal)
            || start.StartsWith("* LSUB", StringComparison.Ordinal)
            || start.StartsWith("* STATUS", StringComparison.Ordinal);
        return isNamed ? response : ResponseText.Change(response, ToLowerOutsideQuotes);
    }

    public static byte[] SpaceInLiteralPlus(byte[] response) =>
        ResponseText.ChangeWhole(
            response, static text => text.Replace(" LITERAL+", " LITERAL +", StringComparison.Ordinal));

    public static byte[] Throttled(byte[] response) => ResponseText.ChangeWhole(response, static text =>
        ResponseText.IsTagged(text) && !text.Contains(" OK [", StringComparison.Ordinal)
            ? text.Replace(" OK ", " OK [THROTTLED] ", StringComparison.Ordinal)
            : text);

    public static byte[] ZeroUidValidity(byte[] response) =>
        ResponseText.ChangeWhole(response, static text => Unknown().Replace(text, "[${name} 0]"));

    // Tags keep their case, too: they belong to the client.
    private static string ToLowerOutsideQuotes(string text)
    {
        bool isQuoted = false;
        int tag = ResponseText.IsTagged(text) ? text.IndexOf(' ', StringComparison.Ordinal) : 0;
        return string.Concat(text.Select((c, at) =>
        {
            isQuoted ^= c == '"';
            return isQuoted || at < tag ? c : char.ToLowerInvariant(c);
        }));
    }

    [GeneratedRegex(@"\[COPYUID [^\]]*\]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CopyUid();

    [GeneratedRegex(@"\{(?<size>\d+)\}\r\n$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LiteralHeader();

    [GeneratedRegex(@"\[(?<name>UIDVALIDITY|UIDNEXT|UNSEEN) \d+\]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Unknown();
}
