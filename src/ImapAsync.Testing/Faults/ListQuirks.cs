using System.Text.RegularExpressions;

namespace ImapAsync.Testing;

/// <summary>Quirks of LIST and STATUS responses.</summary>
internal static partial class ListQuirks
{
    public static byte[] UnquotedMailboxNames(byte[] response) =>
        ResponseText.ChangeWhole(response, static text => QuotedName().Replace(text, "${start}${name}${end}"));

    public static byte[] MixedCaseInbox(byte[] response) =>
        ResponseText.ChangeWhole(response, static text => Inbox().Replace(text, "${start}Inbox${end}"));

    public static byte[] NilDelimiter(byte[] response) =>
        ResponseText.ChangeWhole(response, static text => Delimiter().Replace(text, "${start}NIL "));

    public static byte[] EmptyStatus(byte[] response) =>
        ResponseText.ChangeWhole(response, static text => StatusList().Replace(text, "${start}()"));

    [GeneratedRegex(
        "^(?<start>\\* (LIST|LSUB) \\([^)]*\\) (\"/\"|NIL) )\"(?<name>[^\"]+)\"(?<end>\r\n)$",
        RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex QuotedName();

    [GeneratedRegex(
        "^(?<start>\\* (LIST|LSUB) \\([^)]*\\) (\"/\"|NIL) )INBOX(?<end>\r\n)$",
        RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Inbox();

    [GeneratedRegex("^(?<start>\\* (LIST|LSUB) \\([^)]*\\) )\"/\" ", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Delimiter();

    [GeneratedRegex("^(?<start>\\* STATUS .* )\\([^)]*\\)(?=\r\n$)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex StatusList();
}
