using System.Text;
using System.Text.RegularExpressions;

namespace ImapAsync.Tests.Repository;

/// <summary>The guides for those who come from another library: each call in their tables compiles.</summary>
public sealed partial class GuideTests
{
    private const string Parameters =
        "ImapConnection imap, SelectedMailbox inbox, UidSet uids, Uid uid, BodyPart part, FetchedMessage fetched, Stream stream, "
        + "ImapLiteral content, Microsoft.Extensions.Logging.ILoggerFactory loggers, string password, string token, CancellationToken ct";

    // The methods and attributes of imaplib.IMAP4 in its documentation, and its module's functions.
    private const string Imaplib =
        "append authenticate capability check close copy create delete deleteacl enable expunge fetch getacl getannotation "
        + "getquota getquotaroot idle list login login_cram_md5 logout lsub myrights namespace noop open partial proxyauth "
        + "read readline recent rename response search select send setacl setannotation setquota shutdown socket sort ssl "
        + "starttls state status store subscribe thread uid unselect unsubscribe xatom print_log debug error abort readonly "
        + "PROTOCOL_VERSION Internaldate2tuple Int2AP ParseFlags Time2Internaldate IMAP4 IMAP4_SSL IMAP4_stream";

    [Theory]
    [InlineData("docs/from-imaplib.md", 50)]
    [InlineData("docs/from-mailkit.md", 40)]
    public async Task Each_call_compiles(string file, int atLeast)
    {
        (int Line, string Theirs, string Ours)[] rows = [.. Rows(file)];
        StringBuilder code = new("using ImapAsync;\npublic static class Calls\n{\n");
        foreach ((int line, _, string ours) in rows)
        {
            string then = ours.StartsWith("await ", StringComparison.Ordinal) || ours.Contains(" await ", StringComparison.Ordinal) ? "" : " await Task.Yield();";
            code.Append($"    public static async Task Line{line}({Parameters}) {{\n#line {line}\n        {ours};{then} }}\n");
        }

        string complaints = await Compiler.CompileAsync(code.Append("}\n").ToString(), isProgram: false, TestContext.Current.CancellationToken);

        Assert.True(complaints.Length == 0, $"A call in {file} does not compile:\n{complaints}");
        Assert.True(rows.Length >= atLeast, $"{file} has only {rows.Length} calls.");
    }

    [Fact]
    public void Each_name_of_imaplib_is_there()
    {
        HashSet<string> named = [.. Rows("docs/from-imaplib.md").SelectMany(row => Words().Matches(row.Theirs).Select(word => word.Value))];

        Assert.Subset(named, Imaplib.Split(' ').ToHashSet());
    }

    // Of rows with three cells, the second of which is one piece of code.
    private static IEnumerable<(int Line, string Theirs, string Ours)> Rows(string file)
    {
        string[] lines = File.ReadAllLines(RepositoryRoot.Combine(file));
        for (int i = 0; i < lines.Length; i++)
        {
            if (Row().Match(lines[i]) is { Success: true } row)
                yield return (i + 1, row.Groups["theirs"].Value, row.Groups["ours"].Value);
        }
    }

    [GeneratedRegex(@"^\| (?<theirs>[^|]+) \| `(?<ours>[^`|]+)` \|.*\|$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Row();

    [GeneratedRegex(@"\w+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Words();
}
