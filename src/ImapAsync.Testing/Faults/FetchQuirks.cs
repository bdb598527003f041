using System.Text.RegularExpressions;

namespace ImapAsync.Testing;

/// <summary>Quirks of FETCH responses.</summary>
internal static partial class FetchQuirks
{
    public static byte[] QuotedFlags(byte[] response) => IsFetch(response)
        ? ResponseText.ChangeValue(
            response, "FLAGS", static value => $"\"{value[1..^1].Replace("\\", @"\\", StringComparison.Ordinal)}\"")
        : response;

    public static byte[] NilFlags(byte[] response) =>
        IsFetch(response) ? ResponseText.ChangeValue(response, "FLAGS", static _ => "NIL") : response;

    public static byte[] SectionWithoutValue(byte[] response) =>
        ResponseText.Change(response, static text => NilSection().Replace(text, "${item}"));

    public static byte[] RepeatedFetchItem(byte[] response) =>
        ResponseText.Change(response, static text =>
            FirstItem().Replace(text, static match => match.Value + match.Groups["item"].Value + " "));

    public static byte[] FetchOfMessageZero(byte[] response) =>
        IsFetch(response) ? [.. "* 0 FETCH (FLAGS ())\r\n"u8, .. response] : response;

    private static bool IsFetch(byte[] response) =>
        FetchStart().IsMatch(System.Text.Encoding.Latin1.GetString(response, 0, Math.Min(response.Length, 24)));

    [GeneratedRegex(@"^\* \d+ FETCH ", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FetchStart();

    [GeneratedRegex(@"(?<item>BODY\[[0-9.]+\]) NIL", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NilSection();

    [GeneratedRegex(
        @"^\* \d+ FETCH \((?<item>(UID|RFC822\.SIZE) \d+|FLAGS \([^)]*\)) ",
        RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FirstItem();
}
