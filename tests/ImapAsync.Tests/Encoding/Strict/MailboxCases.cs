using static ImapAsync.Tests.CommandCases;

namespace ImapAsync.Tests;

/// <summary>Commands on mailboxes, their rights, quotas, metadata and annotations.</summary>
internal static class MailboxCases
{
    public static Dictionary<Type, Func<CommandSource, (ImapCommand Command, Wanted[] Tokens)>> All { get; } = new()
    {
        [typeof(SelectCommand)] = Select,
        [typeof(ExamineCommand)] = source => Named(source, static name => new ExamineCommand(name), "EXAMINE"),
        [typeof(DeleteCommand)] = source => Named(source, static name => new DeleteCommand(name), "DELETE"),
        [typeof(SubscribeCommand)] = source => Named(source, static name => new SubscribeCommand(name), "SUBSCRIBE"),
        [typeof(UnsubscribeCommand)] = source => Named(source, static name => new UnsubscribeCommand(name), "UNSUBSCRIBE"),
        [typeof(GetAclCommand)] = source => Named(source, static name => new GetAclCommand(name), "GETACL"),
        [typeof(MyRightsCommand)] = source => Named(source, static name => new MyRightsCommand(name), "MYRIGHTS"),
        [typeof(GetQuotaRootCommand)] = source => Named(source, static name => new GetQuotaRootCommand(name), "GETQUOTAROOT"),
        [typeof(StatusCommand)] = Status,
        [typeof(CreateCommand)] = source =>
            Named(source, static name => new CreateCommand(name) { SpecialUse = MailboxAttributes.Of(MailboxAttribute.Sent) }, "CREATE", Wanted.List(Wanted.Word("USE"), Wanted.List(Wanted.Word("\\Sent")))),
        [typeof(RenameCommand)] = Rename,
        [typeof(ListCommand)] = List,
        [typeof(LsubCommand)] = source => Pattern(source, static (name, pattern) => new LsubCommand(name, pattern), "LSUB"),
        [typeof(RlistCommand)] = source => Pattern(source, static (name, pattern) => new RlistCommand(name, pattern), "RLIST"),
        [typeof(RlsubCommand)] = source => Pattern(source, static (name, pattern) => new RlsubCommand(name, pattern), "RLSUB"),
        [typeof(SetAclCommand)] = source => Identified(source, static (name, who) => new SetAclCommand(name, who, AclChange.Add("lrs")), "SETACL", Wanted.AString("+lrs")),
        [typeof(DeleteAclCommand)] = source => Identified(source, static (name, who) => new DeleteAclCommand(name, who), "DELETEACL"),
        [typeof(ListRightsCommand)] = source => Identified(source, static (name, who) => new ListRightsCommand(name, who), "LISTRIGHTS"),
        [typeof(GetQuotaCommand)] = GetQuota,
        [typeof(SetQuotaCommand)] = SetQuota,
        [typeof(GetMetadataCommand)] = GetMetadata,
        [typeof(SetMetadataCommand)] = SetMetadata,
        [typeof(GetAnnotationCommand)] = GetAnnotation,
        [typeof(SetAnnotationCommand)] = SetAnnotation,
    };

    private static (ImapCommand Command, Wanted[] Tokens) Named(CommandSource source, Func<MailboxName, ImapCommand> make, string word, params Wanted[] more)
    {
        string name = source.Name();
        return Case(make(name), word, [Wanted.Mailbox(name, source.Utf8), .. more]);
    }

    private static (ImapCommand Command, Wanted[] Tokens) Identified(CommandSource source, Func<MailboxName, string, ImapCommand> make, string word, params Wanted[] more)
    {
        (string name, string who) = (source.Name(), "u" + source.Text());
        return Case(make(name, who), word, [Wanted.Mailbox(name, source.Utf8), Wanted.AString(who), .. more]);
    }

    private static (ImapCommand Command, Wanted[] Tokens) Pattern(CommandSource source, Func<MailboxName, string, ImapCommand> make, string word)
    {
        (string reference, string pattern) = (source.Maybe() ? "" : source.Name(), source.Name() + "*%");
        return Case(make(reference, pattern), word, Wanted.Mailbox(reference, source.Utf8), Wanted.Mailbox(pattern, source.Utf8));
    }

    private static (ImapCommand Command, Wanted[] Tokens) Status(CommandSource source)
    {
        (StatusItems items, string words) = source.OneOf(
            (StatusItems.Basic, "MESSAGES UIDNEXT UIDVALIDITY UNSEEN"),
            (StatusItems.Recent | StatusItems.Deleted | StatusItems.Size, "RECENT DELETED SIZE"),
            (StatusItems.HighestModSequence | StatusItems.MailboxId | StatusItems.AppendLimit | StatusItems.DeletedStorage, "HIGHESTMODSEQ MAILBOXID APPENDLIMIT DELETED-STORAGE"));
        return Named(source, name => new StatusCommand(name, items), "STATUS", Wanted.List(Wanted.Words(words)));
    }

    private static (ImapCommand Command, Wanted[] Tokens) Select(CommandSource source)
    {
        string name = source.Name();
        string set = source.Set();
        if (source.Maybe())
            return Case(new SelectCommand(name) { CondStore = true }, "SELECT", Wanted.Mailbox(name, source.Utf8), Wanted.List(Wanted.Word("CONDSTORE")));
        SelectCommand command = new(name) { QResync = new(new(7), new(90)) { KnownUids = UidSet.Parse(set) } };
        return Case(command, "SELECT", Wanted.Mailbox(name, source.Utf8), Wanted.List(Wanted.Word("QRESYNC"), Wanted.List(Wanted.Word("7"), Wanted.Word("90"), Wanted.Word(set))));
    }

    private static (ImapCommand Command, Wanted[] Tokens) Rename(CommandSource source)
    {
        (string from, string to) = (source.Name(), source.Name());
        return Case(new RenameCommand(from, to), "RENAME", Wanted.Mailbox(from, source.Utf8), Wanted.Mailbox(to, source.Utf8));
    }

    private static (ImapCommand Command, Wanted[] Tokens) List(CommandSource source)
    {
        (string reference, string one, string two, string entry) = (source.Name(), source.Name(), source.Name(), source.Entry());
        ListCommand command = new(reference, one, two)
        {
            Selection = ListSelectionOptions.Subscribed | ListSelectionOptions.Remote | ListSelectionOptions.RecursiveMatch,
            Return = ListReturnOptions.Children | ListReturnOptions.MyRights,
            Status = StatusItems.Messages,
            Metadata = [entry, "/private/b"],
        };
        return Case(
            command,
            "LIST",
            Wanted.List(Wanted.Words("SUBSCRIBED REMOTE RECURSIVEMATCH")),
            Wanted.Mailbox(reference, source.Utf8),
            Wanted.List(Wanted.Mailbox(one, source.Utf8), Wanted.Mailbox(two, source.Utf8)),
            Wanted.Word("RETURN"),
            Wanted.List(
                [.. Wanted.Words("CHILDREN MYRIGHTS STATUS"), Wanted.List(Wanted.Word("MESSAGES")), Wanted.Word("METADATA"), Wanted.List(Wanted.AString(entry), Wanted.AString("/private/b"))]));
    }

    private static (ImapCommand Command, Wanted[] Tokens) GetQuota(CommandSource source)
    {
        string root = source.Text();
        return Case(new GetQuotaCommand(root), "GETQUOTA", Wanted.AString(root));
    }

    private static (ImapCommand Command, Wanted[] Tokens) SetQuota(CommandSource source)
    {
        (string root, string resource) = (source.Text(), source.Atom());
        return Case(new SetQuotaCommand(root, new QuotaLimit(resource, 512)), "SETQUOTA", Wanted.AString(root), Wanted.List(Wanted.Word(resource), Wanted.Word("512")));
    }

    private static (ImapCommand Command, Wanted[] Tokens) GetMetadata(CommandSource source)
    {
        (string name, string entry) = (source.Name(), source.Entry());
        return Case(
            new GetMetadataCommand(name, entry) { MaxSize = 17, Depth = MetadataDepth.Infinity },
            "GETMETADATA",
            Wanted.List(Wanted.Words("MAXSIZE 17 DEPTH infinity")),
            Wanted.Mailbox(name, source.Utf8),
            Wanted.AString(entry));
    }

    private static (ImapCommand Command, Wanted[] Tokens) SetMetadata(CommandSource source)
    {
        (string name, string entry) = (source.Name(), source.Entry());
        byte[] value = source.Octets(nul: true);
        SetMetadataCommand command = new(name, new MetadataEntry(entry, new MetadataValue(value)), new MetadataEntry("/shared/b", null));
        return Case(
            command, "SETMETADATA", Wanted.Mailbox(name, source.Utf8), Wanted.List(Wanted.AString(entry), Wanted.String(value, mayBeLiteral8: true), Wanted.AString("/shared/b"), Wanted.Word("NIL")));
    }

    private static (ImapCommand Command, Wanted[] Tokens) GetAnnotation(CommandSource source)
    {
        (string name, string entry, string attribute) = (source.Name(), source.SomeText(), source.SomeText());
        return Case(new GetAnnotationCommand(name, [entry, "/b"], [attribute]), "GETANNOTATION", Wanted.Mailbox(name, source.Utf8), Wanted.List(Wanted.String(entry), Wanted.String("/b")), Wanted.String(attribute));
    }

    private static (ImapCommand Command, Wanted[] Tokens) SetAnnotation(CommandSource source)
    {
        (string name, string entry, string attribute) = (source.Name(), source.SomeText(), source.SomeText());
        byte[] value = source.Octets(nul: true);
        SetAnnotationCommand command = new(name, entry, new AnnotationAttribute(attribute, new MetadataValue(value)));
        return Case(command, "SETANNOTATION", Wanted.Mailbox(name, source.Utf8), Wanted.String(entry), Wanted.List(Wanted.String(attribute), Wanted.String(value, mayBeLiteral8: true)));
    }
}
