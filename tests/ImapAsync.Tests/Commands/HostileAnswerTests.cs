using System.Text;
using ImapAsync.Extensibility;

namespace ImapAsync.Tests;

/// <summary>Answers truncated and corrupted in every way: a collector may find them malformed, and nothing else may happen.</summary>
public sealed class HostileAnswerTests
{
    private const string Spoilers = "\0\t\r\n \"\\(){}[]*%~&+-0a\u00ff";

    private static readonly (FuzzTarget Target, string Response)[] Answers =
    [
        (Of(new ListCommand("", "*") { Status = StatusItems.Messages, Return = ListReturnOptions.MyRights, Metadata = ["/a"] }), @"LIST (\HasChildren \Sent) ""/"" ""Gr&APwA3w-e"" (""CHILDINFO"" (""SUBSCRIBED"") OLDNAME (x) tag (1 (2)))"),
        (Of(new LsubCommand("", "*")), "LSUB () NIL {3}\r\na b"),
        (Of(new ListCommand("", "*")), "LIST (\\Marked) \"/\" Public Folders\tall (x)"),
        (Of(new StatusCommand("x", StatusItems.Messages)), "STATUS x (MESSAGES 231 UIDNEXT 44292 HIGHESTMODSEQ 9 MAILBOXID (F22) APPENDLIMIT NIL X-O (a \"b\"))"),
        (Of(new SelectCommand("x") { QResync = new(new(1), new(1)) }), @"FLAGS (\Answered \Flagged ""\\Odd"" $Label1)"),
        (Of(new SelectCommand("x") { QResync = new(new(1), new(1)) }), "VANISHED (EARLIER) 41,43:116,118"),
        (Of(new SelectCommand("x") { QResync = new(new(1), new(1)) }), @"49 FETCH (UID 117 FLAGS (\Seen) MODSEQ (90060115194045001))"),
        (Of(new SelectCommand("x")), @"OK [PERMANENTFLAGS (\Deleted \Seen \*)] Limited"),
        (Of(new SelectCommand("x")), "OK [MAILBOXID (vmgl5uhv0sd3ojzvh66gmiw3)] Ok"),
        (Of(new NamespaceCommand()), "NAMESPACE ((\"\" \"/\")(\"#mh/\" \"/\" \"X-PARAM\" (\"FLAG1\" \"FLAG2\"))) NIL ((\"a\" NIL))"),
        (Of(new CreateCommand("x")), @"LIST () ""/"" ""y"" (""OLDNAME"" (""x""))"),
        (Of(new CapabilityCommand()), "CAPABILITY IMAP4rev1 AUTH=PLAIN LITERAL +"),
        (Of(new EnableCommand("X")), "ENABLED X Y"),
        (Of(new IdCommand()), "ID (\"name\" \"Dovecot\" \"version\" NIL \"x\" {1}\r\ny)"),
        (Of(new LanguageCommand()), "LANGUAGE (EN \"DE\")"),
        (Of(new ComparatorCommand()), "COMPARATOR \"i;octet\" (\"i;octet\" i;basic)"),
        (Of(new RawCommand("X")), "X (a \"b\" {2}\r\ncd) NIL"),
        (Of(new GetAclCommand("x")), "ACL x Fred rwipslxetad -Fred \"wetd\" {1}\r\nw l"),
        (Of(new MyRightsCommand("x")), "MYRIGHTS \"x\" lrswi"),
        (Of(new ListRightsCommand("x", "bob")), "LISTRIGHTS x bob \"\" l r {2}\r\nsw"),
        (Of(new GetQuotaCommand("x")), "QUOTA \"x\" (STORAGE 2 51200 MESSAGE \"3\" -1)"),
        (Of(new GetQuotaRootCommand("x")), "QUOTAROOT x \"\" {1}\r\na b"),
        (Of(new SetQuotaCommand("x")), "QUOTA x (STORAGE 2 51200)"),
        (Of(new GetMetadataCommand("x", "/a")), "METADATA x (/shared/comment \"Shared\" \"/b\" ~{2}\r\n\0\0 /c NIL)"),
        (Of(new GetAnnotationCommand("x", ["a"], ["b"])), "ANNOTATION x \"/comment\" (\"value.priv\" {1}\r\nx \"size\" NIL) \"/b\" (\"c\" \"d\")"),
    ];

    public static TheoryData<int> Cases => [.. Enumerable.Range(0, Answers.Length)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Cut_anywhere(int answer)
    {
        byte[] whole = Encoding.Latin1.GetBytes(Answers[answer].Response);

        for (int length = 0; length <= whole.Length; length++)
            Feed(answer, whole[..length]);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Corrupted_anywhere(int answer)
    {
        Random random = new(answer);
        for (int run = 0; run < 3000; run++)
        {
            StringBuilder text = new(Answers[answer].Response);
            for (int change = random.Next(1, 5); change > 0; change--)
                Spoil(text, random);
            Feed(answer, Encoding.Latin1.GetBytes(text.ToString()));
        }
    }

    // The command was executed: the text in brackets must not fail it.
    [Theory]
    [InlineData("MAILBOXID")]
    [InlineData("PERMANENTFLAGS")]
    [InlineData("METADATA")]
    [InlineData("METADATA LONGENTRIES")]
    [InlineData("HIGHESTMODSEQ")]
    [InlineData("UIDNEXT")]
    [InlineData("UIDVALIDITY")]
    [InlineData("CAPABILITY")]
    [InlineData("READ-ONLY")]
    public void Codes_of_any_kind_end_well(string name)
    {
        string[] arguments = ["", "(", ")", "(a", "((", "\"", "\"a", "{5}", "{5}\r\n", "{2}\r\nab", "1 2 3", "99999999999999999999999", "-1", "NIL", "(NIL)", "( )", "(\"a)", "(\\Seen", "\0"];

        Assert.All(
            Answers.Select(answer => answer.Target),
            target =>
            {
                foreach (string argument in arguments)
                    target.FeedTagged(new ResponseCode(name.Split(' ')[0], Encoding.Latin1.GetBytes((name.Contains(' ', StringComparison.Ordinal) ? name[(name.IndexOf(' ', StringComparison.Ordinal) + 1)..] + " " : "") + argument)));
            });
    }

    private static void Spoil(StringBuilder text, Random random)
    {
        int at = random.Next(text.Length + 1);
        switch (random.Next(3))
        {
            case 0 when at < text.Length:
                text.Remove(at, random.Next(1, Math.Min(5, text.Length - at + 1)));
                break;
            case 1 when at < text.Length:
                text[at] = Spoilers[random.Next(Spoilers.Length)];
                break;
            default:
                text.Insert(at, Spoilers[random.Next(Spoilers.Length)].ToString(), random.Next(1, 4));
                break;
        }
    }

    private static void Feed(int answer, byte[] raw)
    {
        UntaggedResponse response = StatusResponse.TryParse(raw, out StatusResponse status)
            ? new(raw, ImapLimits.Default, utf8: false, status.Code)
            : new(raw, ImapLimits.Default);
        // It is expected to be malformed.
        _ = Answers[answer].Target.Feed(response, look: false);
    }

    private static FuzzTarget Of<T>(ImapCommand<T> command) => FuzzTarget.Of(command, static value => value?.ToString() ?? "");
}
