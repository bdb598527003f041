using System.Text.RegularExpressions;

namespace ImapAsync.Tests;

/// <summary>What a server knows of the grammar when it knows the base protocol and what it has announced. Shares nothing with the library.</summary>
/// <param name="announced">What it has announced.</param>
internal sealed partial class KnownSyntax(IReadOnlyCollection<string> announced)
{
    private const string Base = "APPEND AUTHENTICATE CAPABILITY CHECK CLOSE COPY CREATE DELETE EXAMINE EXPUNGE FETCH LIST LOGIN LOGOUT LSUB NOOP RENAME SEARCH SELECT STATUS STORE SUBSCRIBE UNSUBSCRIBE";

    private static readonly Dictionary<string, string> Extensions = new()
    {
        ["COMPRESS"] = "COMPRESS=DEFLATE",
        ["COMPARATOR"] = "I18NLEVEL=2",
        ["DELETEACL"] = "ACL",
        ["ENABLE"] = "ENABLE",
        ["GETACL"] = "ACL",
        ["GETANNOTATION"] = "ANNOTATEMORE",
        ["GETMETADATA"] = "METADATA",
        ["GETQUOTA"] = "QUOTA",
        ["GETQUOTAROOT"] = "QUOTA",
        ["ID"] = "ID",
        ["IDLE"] = "IDLE",
        ["LANGUAGE"] = "LANGUAGE",
        ["LISTRIGHTS"] = "ACL",
        ["MOVE"] = "MOVE",
        ["MYRIGHTS"] = "ACL",
        ["NAMESPACE"] = "NAMESPACE",
        ["PARTIAL"] = "IMAP4",
        ["REPLACE"] = "REPLACE",
        ["RLIST"] = "MAILBOX-REFERRALS",
        ["RLSUB"] = "MAILBOX-REFERRALS",
        ["SETACL"] = "ACL",
        ["SETANNOTATION"] = "ANNOTATEMORE",
        ["SETMETADATA"] = "METADATA",
        ["SETQUOTA"] = "QUOTA",
        ["SORT"] = "SORT",
        ["STARTTLS"] = "STARTTLS",
        ["UNAUTHENTICATE"] = "UNAUTHENTICATE",
        ["UNSELECT"] = "UNSELECT",
    };

    private static readonly Dictionary<string, string> Words = new()
    {
        ["CATENATE"] = "CATENATE",
        ["$"] = "SEARCHRES",
        ["SAVE"] = "SEARCHRES",
        ["OLDER"] = "WITHIN",
        ["YOUNGER"] = "WITHIN",
        ["MODSEQ"] = "CONDSTORE",
        ["UNCHANGEDSINCE"] = "CONDSTORE",
        ["CHANGEDSINCE"] = "CONDSTORE",
        ["EMAILID"] = "OBJECTID",
        ["THREADID"] = "OBJECTID",
        ["FILTER"] = "FILTERS",
        ["FUZZY"] = "SEARCH=FUZZY",
        ["RELEVANCY"] = "SEARCH=FUZZY",
        ["X-GM-RAW"] = "X-GM-EXT-1",
        ["SAVEDBEFORE"] = "SAVEDATE",
        ["SAVEDON"] = "SAVEDATE",
        ["SAVEDSINCE"] = "SAVEDATE",
        ["SAVEDATESUPPORTED"] = "SAVEDATE",
        ["METADATA"] = "LIST-METADATA",
        ["DISPLAYFROM"] = "SORT=DISPLAY",
        ["PARTIAL"] = "PARTIAL",
    };

    /// <summary>Everything that the server may announce and that decides what it knows.</summary>
    public static IReadOnlyList<string> Capabilities { get; } =
        [.. Extensions.Values.Concat(Words.Values).Append("BINARY").Append("UTF8=ACCEPT").Append("MULTIAPPEND").Append("LIST-EXTENDED").Append("ESEARCH").Append("ESORT").Append("METADATA-SERVER")
            .Append("THREAD=REFERENCES").Append("UIDPLUS").Distinct().Order(StringComparer.Ordinal)];

    private static IReadOnlyList<string> Revision2 { get; } = ["NAMESPACE", "UNSELECT", "UIDPLUS", "ESEARCH", "SEARCHRES", "ENABLE", "IDLE", "LIST-EXTENDED", "MOVE", "LITERAL-"];

    /// <summary>Whether it knows all of a command up to here.</summary>
    /// <param name="line">The command without its tag; a NUL stands for each literal, and a literal that is to follow is announced at its end.</param>
    public bool Knows(string line)
    {
        string[] tokens = [.. Tokens().Matches(line).Select(static match => match.Value).Where(static token => token[0] is not ('"' or ' '))];
        string name = tokens[0] == "UID" && tokens.Length > 1 ? tokens[1] : tokens[0];
        return KnowsCommand(name, tokens) && tokens.All(word => !Words.TryGetValue(word, out string? needed) || !Applies(word, name) || Has(needed)) && KnowsForm(name, line, tokens) && KnowsLiteral(line);
    }

    // A word belongs to an extension in some commands, and is a caller's atom elsewhere.
    private static bool Applies(string word, string name) => name switch
    {
        "APPEND" or "REPLACE" => word == "CATENATE",
        "SEARCH" or "SORT" or "THREAD" => word is not ("CATENATE" or "METADATA"),
        "LIST" => word == "METADATA",
        "FETCH" or "STORE" => word is "CHANGEDSINCE" or "UNCHANGEDSINCE" or "PARTIAL" or "$",
        "COPY" or "MOVE" => word == "$",
        _ => false,
    };

    [GeneratedRegex("\"(?:[^\"\\\\]|\\\\.)*\"|~?\\{\\d+\\+?\\}|[()\\0]|[^\\s()\"\\0{]+|.", RegexOptions.None, 1000)]
    private static partial Regex Tokens();

    [GeneratedRegex("(?<form>~?)\\{(?<size>\\d+)(?<plus>\\+?)\\}$", RegexOptions.None, 1000)]
    public static partial Regex Announcement();

    private bool Has(string capability) => announced.Contains(capability) || (announced.Contains("IMAP4rev2") && Revision2.Contains(capability));

    private bool KnowsCommand(string name, string[] tokens) => name switch
    {
        _ when Base.Split(' ').Contains(name) => name != "EXPUNGE" || tokens[0] != "UID" || Has("UIDPLUS"),
        "GETMETADATA" or "SETMETADATA" => Has("METADATA") || (Has("METADATA-SERVER") && !tokens.Contains("INBOX")),
        "THREAD" => tokens.SkipWhile(static token => token != "THREAD").Skip(1).FirstOrDefault() is { } algorithm && Has("THREAD=" + algorithm),
        _ => Extensions.TryGetValue(name, out string? capability) && Has(capability),
    };

    private bool KnowsForm(string name, string line, string[] tokens) => name switch
    {
        "LIST" => !IsExtended(line) || Has("LIST-EXTENDED"),
        "SEARCH" => !tokens.Contains("RETURN") || Has("ESEARCH"),
        "SORT" => !tokens.Contains("RETURN") || Has("ESORT"),
        "APPEND" => CountMessages(line) < 2 || Has("MULTIAPPEND"),
        _ => true,
    };

    private static bool IsExtended(string line) => line.Contains("RETURN (", StringComparison.Ordinal) || line.StartsWith("LIST (", StringComparison.Ordinal)
        || Quoted().Replace(line, "q").Split(' ') is [_, _, ['(', ..], ..];

    [GeneratedRegex("\"(?:[^\"\\\\]|\\\\.)*\"", RegexOptions.None, 1000)]
    private static partial Regex Quoted();

    // Literals after the mailbox, and CATENATE, which is one message whatever its content.
    private static int CountMessages(string line)
    {
        string arguments = Quoted().Replace(line, "q")["APPEND ".Length..];
        string behind = arguments.IndexOf(' ', StringComparison.Ordinal) is var space and > 0 ? arguments[space..] : "";
        int catenate = behind.IndexOf("CATENATE", StringComparison.Ordinal);
        string whole = catenate < 0 ? behind : behind[..catenate];
        return whole.Count(static c => c == '\0') + (catenate < 0 && Announcement().IsMatch(whole) ? 1 : 0) + (catenate < 0 ? 0 : 1);
    }

    private bool KnowsLiteral(string line)
    {
        Match literal = Announcement().Match(line);
        if (!literal.Success)
            return true;
        bool isUtf8 = line[..literal.Index].EndsWith("UTF8 (", StringComparison.Ordinal);
        if (literal.Groups["form"].Length > 0 && !Has(isUtf8 ? "UTF8=ACCEPT" : "BINARY"))
            return false;
        return literal.Groups["plus"].Length == 0 || Has("LITERAL+") || (Has("LITERAL-") && literal.Groups["size"].Value.Length <= 4 && string.CompareOrdinal(literal.Groups["size"].Value.PadLeft(4, '0'), "4096") <= 0);
    }
}
