namespace ImapAsync.Tests;

/// <summary>What is reported about mailboxes as text, see <see cref="Canon"/>.</summary>
internal static class CanonMailbox
{
    public static string Info(MailboxInfo info) => Canon.Join(
        Canon.Text(info.Name.Value),
        Canon.Delimiter(info.Delimiter),
        info.Attributes.ToString(),
        Canon.Part("use", info.SpecialUse),
        info.OldName is { } old ? Canon.Part("old", Canon.Text(old.Value)) : null,
        info.ChildInfo.Count == 0 ? null : Canon.Part("children", string.Join(',', info.ChildInfo)),
        info.MyRights is { } rights ? Canon.Part("rights", rights) : null,
        info.Status is { } status ? Status(status) : null,
        info.Metadata is { } metadata ? Metadata(metadata) : null,
        string.Join(' ', info.ExtendedData.Select(static pair => $"{pair.Key}={Canon.Value(pair.Value)}")));

    public static string Status(MailboxStatus status) => Canon.Join(
        "status",
        Canon.Part("messages", status.Messages),
        Canon.Part("recent", status.Recent),
        Canon.Part("unseen", status.Unseen),
        Canon.Part("uidnext", status.UidNext),
        Canon.Part("uidvalidity", status.UidValidity),
        Canon.Part("deleted", status.Deleted),
        Canon.Part("size", status.Size),
        Canon.Part("modseq", status.HighestModSequence),
        Canon.Part("id", status.MailboxId),
        Canon.Part("appendlimit", status.AppendLimit),
        Canon.Part("deleted-storage", status.DeletedStorage),
        string.Join(' ', status.Others.Select(static pair => $"{pair.Key}={Canon.Value(pair.Value)}")));

    public static string Selected(SelectResult result) => string.Join('\n', new[]
    {
        Canon.Join(
            "selected",
            result.IsReadOnly ? "read-only" : null,
            Canon.Part("exists", result.Exists),
            Canon.Part("recent", result.Recent),
            Canon.Part("flags", result.Flags),
            Canon.Part("permanent", result.PermanentFlags),
            Canon.Part("uidnext", result.UidNext),
            Canon.Part("uidvalidity", result.UidValidity),
            Canon.Part("unseen", result.FirstUnseen),
            Canon.Part("modseq", result.HighestModSequence),
            Canon.Part("id", result.MailboxId),
            result.UidNotSticky ? "uids-do-not-last" : null,
            result.Vanished.IsEmpty ? null : Canon.Part("vanished", result.Vanished),
            result.Info is { } info ? $"<{Info(info)}>" : null),
    }.Concat(result.Changed.Select(static message => CanonMessage.Message(message))));

    public static string Namespaces(Namespaces namespaces) =>
        $"personal {Kind(namespaces.Personal)}\nothers {Kind(namespaces.OtherUsers)}\nshared {Kind(namespaces.Shared)}";

    public static string Metadata(MailboxMetadata metadata) => Canon.Join(
        "metadata",
        Canon.List(metadata.Entries, static entry => $"{entry.Name}={Value(entry.Value)}"),
        Canon.Part("left-out", metadata.LongestLeftOut));

    public static string Annotations(IReadOnlyList<Annotation> annotations) => string.Join('\n', annotations.Select(static annotation =>
        $"{Canon.Text(annotation.Mailbox.Value)} {annotation.Entry} {Canon.List(annotation.Attributes, static attribute => $"{attribute.Name}={Value(attribute.Value)}")}"));

    public static string Quota(Quota? quota) => quota is null
        ? "none"
        : Canon.Join("quota", Canon.Text(quota.Root), Canon.List(quota.Resources, static resource => $"{resource.Name} {resource.Usage}/{resource.Limit}"));

    public static string QuotaRoots(QuotaRoots roots) => string.Join('\n', new[] { "roots " + Canon.List(roots.Roots, Canon.Text) }.Concat(roots.Quotas.Select(Quota)));

    private static string Kind(IReadOnlyList<MailboxNamespace> kind) => Canon.List(kind, static one => Canon.Join(
        Canon.Text(one.Prefix.Value),
        Canon.Delimiter(one.Delimiter),
        string.Join(' ', one.Extensions.Select(static pair => $"{pair.Key}={Canon.List(pair.Value, Canon.Text)}"))));

    private static string Value(MetadataValue? value) => value is { } present ? "\"" + Canon.Octets(present.Octets.Span) + "\"" : "NIL";
}
