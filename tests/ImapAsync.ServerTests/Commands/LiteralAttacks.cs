using System.Text;

namespace ImapAsync.ServerTests;

/// <summary>Every way to send text with line breaks in a command.</summary>
internal static class LiteralAttacks
{
    public static IEnumerable<(string Name, Func<SelectedMailbox, Task> Send)> Ways(TestServer server)
    {
        string lines = $"x\r\ny1 CREATE {(server.Kind == ServerKind.Cyrus ? "INBOX.injected" : "injected")}\r\ny2 NOOP\r\n";
        return Messages(Encoding.ASCII.GetBytes($"From: x@example.org\r\n\r\n{lines}")).Concat(Arguments(lines));
    }

    private static IEnumerable<(string Name, Func<SelectedMailbox, Task> Send)> Messages(ImapLiteral text)
    {
        foreach (AppendForm form in Enum.GetValues<AppendForm>())
        {
            AppendMessage message = new(text) { Form = form };
            AppendMessage parts = new([CatenatePart.Text(text, form), CatenatePart.Text(text)]);
            yield return ($"APPEND {form}", to => to.AppendAsync("INBOX", message));
            yield return ($"APPEND {form} with flags", to => to.AppendAsync("INBOX", message with { Flags = Flag.Seen, InternalDate = DateTimeOffset.UnixEpoch }));
            yield return ($"APPEND {form} to no mailbox", to => to.AppendAsync("INBOX.none", message));
            yield return ($"MULTIAPPEND {form}", to => to.AppendAsync("INBOX", [new AppendMessage(text), message]));
            yield return ($"CATENATE {form}", to => to.AppendAsync("INBOX", parts));
            yield return ($"REPLACE {form}", to => to.ReplaceAsync(new SequenceNumber(1), "INBOX", message));
            yield return ($"UID REPLACE {form}", to => to.ReplaceAsync(new Uid(1), "INBOX", message));
            yield return ($"REPLACE CATENATE {form}", to => to.ReplaceAsync(new Uid(1), "INBOX", parts));
        }

        yield return ("URL", to => to.AppendAsync("INBOX", new AppendMessage([CatenatePart.Url("/INBOX/\r\ny1 CREATE injected\r\n")])));
        yield return ("raw APPEND", to => to.SendAsync(new RawCommand("APPEND", "INBOX", text)).AsTask());
        yield return ("raw APPEND with a list", to => to.SendAsync(new RawCommand("APPEND", "INBOX", "(\\Seen)", text)).AsTask());
        yield return ("raw REPLACE", to => to.SendAsync(new RawCommand("REPLACE", RawArgument.Raw("1"), "INBOX", text)).AsTask());
        yield return ("raw unknown", to => to.SendAsync(new RawCommand("XNOSUCHTHING", text)).AsTask());
        yield return ("raw unknown in a list", to => to.SendAsync(new RawCommand("XNOSUCHTHING", RawArgument.Raw("a ("), text, RawArgument.Raw(")"))).AsTask());
    }

    private static IEnumerable<(string Name, Func<SelectedMailbox, Task> Send)> Arguments(string lines) =>
    [
        ("SETMETADATA", to => to.SetMetadataAsync("INBOX", [new MetadataEntry("/private/comment", lines)])),
        ("SETMETADATA NUL", to => to.SetMetadataAsync("INBOX", [new MetadataEntry("/private/comment", lines + "\0")])),
        ("SETMETADATA server", to => to.SetMetadataAsync("", [new MetadataEntry("/private/comment", lines)])),
        ("GETMETADATA", to => to.SendAsync(new GetMetadataCommand(lines, "/private/comment")).AsTask()),
        ("SETANNOTATION", to => to.SendAsync(new SetAnnotationCommand("INBOX", "/comment", new AnnotationAttribute("value.priv", lines))).AsTask()),
        ("GETANNOTATION", to => to.SendAsync(new GetAnnotationCommand("INBOX", [lines], ["value.priv"])).AsTask()),
        ("GETQUOTA", to => to.GetQuotaAsync(lines)),
        ("GETQUOTAROOT", to => to.GetQuotaRootAsync(lines)),
        ("GETACL", to => to.SendAsync(new GetAclCommand(lines)).AsTask()),
        ("MYRIGHTS", to => to.SendAsync(new MyRightsCommand(lines)).AsTask()),
        ("LISTRIGHTS", to => to.SendAsync(new ListRightsCommand("INBOX", lines)).AsTask()),
        ("DELETEACL", to => to.SendAsync(new DeleteAclCommand("INBOX", lines)).AsTask()),
        ("LIST", to => to.ListAsync(lines)),
        ("LSUB", to => to.SendAsync(new LsubCommand(lines, "*")).AsTask()),
        ("ID", to => to.IdAsync(new Dictionary<string, string?> { ["name"] = lines })),
        ("STATUS", to => to.StatusAsync(lines, StatusItems.Messages)),
        ("RENAME", to => to.RenameMailboxAsync("none", lines)),
        ("SUBSCRIBE", to => to.SubscribeAsync(lines)),
        ("SEARCH", to => to.SendAsync(new UidSearchCommand(SearchQuery.Subject(lines))).AsTask()),
        ("SEARCH beyond ASCII", to => to.SendAsync(new UidSearchCommand(SearchQuery.Subject(lines + "ü"))).AsTask()),
        ("SEARCH HEADER", to => to.SendAsync(new SearchCommand(SearchQuery.Header("Subject", lines))).AsTask()),
        ("SORT", to => to.SendAsync(new UidSortCommand([SortKey.Date], SearchQuery.Subject(lines))).AsTask()),
        ("THREAD", to => to.SendAsync(new UidThreadCommand(ThreadAlgorithm.References, SearchQuery.Subject(lines))).AsTask()),
        ("COPY", to => to.SendAsync(new UidCopyCommand(new Uid(1), lines)).AsTask()),
        ("MOVE", to => to.SendAsync(new UidMoveCommand(new Uid(1), lines)).AsTask()),
        ("LANGUAGE and the like", to => to.SendAsync(new RawCommand("LANGUAGE", lines)).AsTask()),
        ("PROXYAUTH", to => to.SendAsync(new ProxyAuthCommand(lines)).AsTask()),
        ("raw", to => to.SendAsync(new RawCommand("XNOSUCHTHING", lines)).AsTask()),
    ];
}
