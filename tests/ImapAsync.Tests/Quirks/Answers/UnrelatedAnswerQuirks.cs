using System.Text;

namespace ImapAsync.Tests;

/// <summary>An answer about something else than what was requested, or none, is reported; the same thing in another spelling is understood.</summary>
public sealed class UnrelatedAnswerQuirks
{
    /// <summary>A question about "a", the octets of it, and the response of the answer.</summary>
    public static TheoryData<string, string> Questions => new()
    {
        { "GETQUOTA", "QUOTA {0} (STORAGE 1 2)" },
        { "GETQUOTAROOT", "QUOTAROOT {0} r" },
        { "STATUS", "STATUS {0} (MESSAGES 3)" },
        { "MYRIGHTS", "MYRIGHTS {0} lrs" },
        { "GETACL", "ACL {0} joe lrs" },
        { "LISTRIGHTS", "LISTRIGHTS {0} joe lr s" },
        { "GETMETADATA", "METADATA {0} (/private/comment x)" },
        { "LIST", "LIST () \"/\" {0}" },
    };

    [Theory]
    [MemberData(nameof(Questions))]
    public Task What_is_about_something_else_is_reported(string command, string response) => QuirkSession.RunAsync(async session =>
    {
        string line = string.Format(null, response, "other");
        MalformedResponse told = Assert.Single((await AskAsync(session, command, "a", $"* {line}\r\n")).Malformed);
        Assert.Equal(line, Encoding.ASCII.GetString(told.Raw.Span));
        Assert.Contains(line[..Math.Min(line.Length, 40)], told.Reason, StringComparison.Ordinal);

        // The named method throws, and says what came.
        Task named = NamedAsync(session.Connection, command, "a");
        await session.AnswerAsync(Written(command, "a"), $"* {line}\r\n{{tag}} OK done\r\n");
        ImapProtocolException exception = await named.FailsAsync<ImapProtocolException>();
        Assert.Contains("other", exception.Message, StringComparison.Ordinal);

        // It belongs to no command, and is kept for inspection.
        Assert.Equal(2, session.Connection.TakeResponses(line[..line.IndexOf(' ', StringComparison.Ordinal)]).Count);
    });

    [Theory]
    [MemberData(nameof(Questions))]
    public Task A_required_answer_that_is_missing_is_reported(string command, string response) => QuirkSession.RunAsync(async session =>
    {
        bool mayBeSilent = command is "GETMETADATA" or "LIST";
        Assert.Equal(mayBeSilent ? 0 : 1, (await AskAsync(session, command, "a", "")).Malformed.Count);
        Assert.NotEmpty(response);
    });

    [Theory]
    [MemberData(nameof(Questions))]
    public Task Another_one_beside_the_answer_changes_nothing(string command, string response) => QuirkSession.RunAsync(async session =>
    {
        string other = $"* {string.Format(null, response, "other")}\r\n";
        string own = $"* {string.Format(null, response, "a")}\r\n";
        (object? alone, _) = await AskAsync(session, command, "a", own);
        foreach (string lines in new[] { other + own, own + other, other + own + other })
        {
            (object? value, IReadOnlyList<MalformedResponse> malformed) = await AskAsync(session, command, "a", lines);
            Assert.Empty(malformed);
            Assert.Equal(Text(alone), Text(value));
        }
    });

    // Two commands at once, answered in reverse order.
    [Theory]
    [MemberData(nameof(Questions))]
    public Task Each_has_its_own_answer(string command, string response) => QuirkSession.RunAsync(async session =>
    {
        // LIST is not sent twice at once, and a root that is not ASCII is a literal.
        if (command is "LIST" or "GETQUOTA")
            return;
        const string Composed = "\u00e9";
        const string Decomposed = "e\u0301";
        Task<(object?, IReadOnlyList<MalformedResponse>)> first = SendAsync(session.Connection, command, Composed);
        Task<(object?, IReadOnlyList<MalformedResponse>)> second = SendAsync(session.Connection, command, Decomposed);
        string line1 = await session.Server.ReceiveLineAsync().InTime();
        string line2 = await session.Server.ReceiveLineAsync().InTime();
        session.SkipTags(2);
        string name1 = line1.Split(' ')[2], name2 = line2.Split(' ')[2];
        Assert.NotEqual(name1, name2);
        await session.Server.SendAsync($"* {string.Format(null, response, name2)}\r\n* {string.Format(null, response, name1)}\r\n{line1.Split(' ')[0]} OK\r\n{line2.Split(' ')[0]} OK\r\n");
        Assert.Empty((await first.InTime()).Item2);
        Assert.Empty((await second.InTime()).Item2);
    });

    [Theory]
    [InlineData("inbox", "INBOX")]
    [InlineData("INBOX", "Inbox")]
    [InlineData("INBOX", "\"INBOX\"")]
    [InlineData("INBOX", "{5}\r\ninbox")]
    [InlineData("inbox/sub", "INBOX/sub")]
    [InlineData("My Folder", "My Folder")]
    [InlineData("My Folder", "\"My Folder\"")]
    [InlineData("e\u0301", "\"&AOk-\"")]
    [InlineData("\u00e9", "e&AwE-")]
    [InlineData("\u1ec7 \ud55c\uae00", "\"e&AyMDAg- &ERIRYRGrEQARcxGv-\"")] // as macOS writes them
    [InlineData("\u00e9", "\"\u00c3\u00a9\"")] // UTF-8, as octets
    [InlineData("\u00e9 a b", "&AOk- a b")]
    public Task Another_spelling_of_the_name_is_understood(string name, string spelled) => QuirkSession.RunAsync(async session =>
    {
        foreach ((string command, string response) in Questions.Select(static row => (row.Data.Item1, row.Data.Item2)))
        {
            // A quota root is not a mailbox.
            if (command == "GETQUOTA" && (spelled.Contains('&', StringComparison.Ordinal) || !name.Equals(spelled.Trim('"'), StringComparison.Ordinal)))
                continue;
            (object? value, IReadOnlyList<MalformedResponse> malformed) = await AskAsync(session, command, name, $"* {string.Format(null, response, spelled)}\r\n");
            Assert.True(malformed.Count == 0, $"{command}: {string.Join(", ", malformed.Select(static told => told.Reason))}");
            Assert.True(HasValue(value), command);
        }
    });

    [Theory]
    [InlineData("QUOTA \"\" (STORAGE 1 2)")]
    [InlineData("QUOTA (STORAGE 1 2)")]
    [InlineData("QUOTA \"\" STORAGE 1 2")]
    public Task The_quota_root_without_a_name_is_understood(string line) => QuirkSession.RunAsync(async session =>
    {
        Quota quota = await session.AskForAsync(new GetQuotaCommand(""), "GETQUOTA \"\"\r\n", $"* {line}\r\n");
        Assert.Equal(2, quota.Storage!.Limit);
    });

    [Fact]
    public Task A_quota_of_another_root_than_the_mailbox_has_is_reported() => QuirkSession.RunAsync(async session =>
    {
        ImapResult<QuotaRoots> result = await session.AskAsync(
            new GetQuotaRootCommand("a"), "GETQUOTAROOT a\r\n", "* QUOTAROOT a \"User quota\"\r\n* QUOTA other (STORAGE 1 2)\r\n{tag} OK\r\n");
        Assert.Equal("QUOTA other (STORAGE 1 2)", Encoding.ASCII.GetString(Assert.Single(result.Malformed).Raw.Span));
        QuotaRoots roots = await session.AskForAsync(
            new GetQuotaRootCommand("a"), "GETQUOTAROOT a\r\n", "* QUOTAROOT a \"User quota\"\r\n* QUOTA User quota (STORAGE 1 2)\r\n");
        Assert.Equal("User quota", Assert.Single(roots.Quotas).Root);
        ImapResult<QuotaRoots> bare = await session.AskAsync(new GetQuotaRootCommand("a"), "GETQUOTAROOT a\r\n", "* QUOTA r (STORAGE 1 2)\r\n{tag} OK\r\n");
        Assert.Single(bare.Malformed);
    });

    [Theory]
    [InlineData("odd trail ", "odd trail  (MESSAGES 0)")]
    [InlineData("odd trail", "odd trail  (MESSAGES 0)")]
    [InlineData("odd trail", "odd trail (MESSAGES 0)")]
    [InlineData("odd ", "odd  (MESSAGES 0)")]
    [InlineData("odd", "odd  (MESSAGES 0)")]
    public Task A_name_may_end_in_a_space(string name, string line) => QuirkSession.RunAsync(async session =>
    {
        StatusCommand status = new(name, StatusItems.Messages);
        MailboxStatus counters = await session.AskForAsync(status, $"STATUS {(name.Contains(' ', StringComparison.Ordinal) ? $"\"{name}\"" : name)} (MESSAGES)\r\n", $"* STATUS {line}\r\n");
        Assert.Equal(0, counters.Messages);
        IReadOnlyList<MailboxInfo> listed = await session.AskForAsync(
            new ListCommand("", "*") { Status = StatusItems.Messages }, "LIST \"\" * RETURN (STATUS (MESSAGES))\r\n", $"* LIST () \"/\" \"{name}\"\r\n* LIST () \"/\" b\r\n* STATUS {line}\r\n");
        Assert.Equal(0, listed[0].Status?.Messages);
    });

    internal static async Task<(object? Value, IReadOnlyList<MalformedResponse> Malformed)> AskAsync(QuirkSession session, string command, string name, string lines)
    {
        Task<(object?, IReadOnlyList<MalformedResponse>)> asking = SendAsync(session.Connection, command, name);
        string line = await session.Server.ReceiveLineAsync().InTime();
        session.SkipTags(1);
        await session.Server.SendAsync($"{lines}{line.Split(' ')[0]} OK done\r\n");
        return await asking.InTime();
    }

    private static async Task<(object?, IReadOnlyList<MalformedResponse>)> SendAsync(ImapConnection connection, string command, string name)
    {
        return command switch
        {
            "GETQUOTA" => await Of(new GetQuotaCommand(name)),
            "GETQUOTAROOT" => await Of(new GetQuotaRootCommand(name)),
            "STATUS" => await Of(new StatusCommand(name, StatusItems.Messages)),
            "MYRIGHTS" => await Of(new MyRightsCommand(name)),
            "GETACL" => await Of(new GetAclCommand(name)),
            "LISTRIGHTS" => await Of(new ListRightsCommand(name, "joe")),
            "GETMETADATA" => await Of(new GetMetadataCommand(name, "/private/comment")),
            _ => await Of(new ListCommand("", name)),
        };

        async Task<(object?, IReadOnlyList<MalformedResponse>)> Of<T>(ImapCommand<T> sent)
        {
            ImapResult<T> result = await connection.SendAsync(sent);
            return (result.Value, result.Malformed);
        }
    }

    private static Task NamedAsync(ImapConnection connection, string command, string name) => command switch
    {
        "GETQUOTA" => connection.GetQuotaAsync(name),
        "GETQUOTAROOT" => connection.GetQuotaRootAsync(name),
        "STATUS" => connection.StatusAsync(name, StatusItems.Messages),
        "MYRIGHTS" => connection.MyRightsAsync(name),
        "GETACL" => connection.GetAclAsync(name),
        "LISTRIGHTS" => connection.ListRightsAsync(name, "joe"),
        "GETMETADATA" => connection.GetMetadataAsync(name, "/private/comment"),
        _ => connection.ListAsync(name),
    };

    private static string Written(string command, string name) => command switch
    {
        "STATUS" => $"STATUS {name} (MESSAGES)\r\n",
        "LISTRIGHTS" => $"LISTRIGHTS {name} joe\r\n",
        "GETMETADATA" => $"GETMETADATA {name} /private/comment\r\n",
        "LIST" => $"LIST \"\" {name}\r\n",
        _ => $"{command} {name}\r\n",
    };

    private static bool HasValue(object? value) => value switch
    {
        Quota quota => quota.Storage is not null,
        QuotaRoots roots => roots.Roots.Count == 1,
        MailboxStatus status => status.Messages == 3,
        Rights rights => rights == "lrs",
        Acl acl => acl["joe"] == "lrs",
        GrantableRights rights => rights.Required == "lr",
        MailboxMetadata metadata => metadata["/private/comment"]?.Text == "x",
        IReadOnlyList<MailboxInfo> list => list.Count == 1,
        _ => false,
    };

    private static string Text(object? value) => value switch
    {
        Quota quota => $"{quota.Root} {quota.Storage}",
        QuotaRoots roots => $"{string.Join(',', roots.Roots)} {roots.Quotas.Count}",
        Acl acl => string.Join(',', acl.Entries),
        GrantableRights rights => $"{rights.Required} {string.Join(',', rights.Optional)}",
        MailboxMetadata metadata => metadata["/private/comment"]?.Text ?? "",
        IReadOnlyList<MailboxInfo> list => string.Join(',', list.Select(static mailbox => mailbox.Name.Value)),
        _ => $"{value}",
    };
}
