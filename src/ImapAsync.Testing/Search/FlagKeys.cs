namespace ImapAsync.Testing;

/// <summary>The search keys for flags (RFC 3501 §6.4.4), including those that IMAP4rev2 dropped.</summary>
internal static class FlagKeys
{
    /// <summary>Null if it is not such a key.</summary>
    public static SearchCriterion? Read(string key, ref SearchArgumentReader arguments) => key switch
    {
        "ANSWERED" => Has(Flag.Answered),
        "DELETED" => Has(Flag.Deleted),
        "DRAFT" => Has(Flag.Draft),
        "FLAGGED" => Has(Flag.Flagged),
        "RECENT" => Has(Flag.Recent),
        "SEEN" => Has(Flag.Seen),
        "KEYWORD" => Has(ReadKeyword(ref arguments)),
        "UNANSWERED" => HasNot(Flag.Answered),
        "UNDELETED" => HasNot(Flag.Deleted),
        "UNDRAFT" => HasNot(Flag.Draft),
        "UNFLAGGED" => HasNot(Flag.Flagged),
        "OLD" => HasNot(Flag.Recent),
        "UNSEEN" => HasNot(Flag.Seen),
        "UNKEYWORD" => HasNot(ReadKeyword(ref arguments)),
        "NEW" => static subject =>
            subject.Message.Flags.Contains(Flag.Recent) && !subject.Message.Flags.Contains(Flag.Seen),
        _ => null,
    };

    private static Flag ReadKeyword(ref SearchArgumentReader arguments) =>
        Flag.FromServer(arguments.ReadAtom("a keyword"));

    private static SearchCriterion Has(Flag flag) => subject => subject.Message.Flags.Contains(flag);

    private static SearchCriterion HasNot(Flag flag) => subject => !subject.Message.Flags.Contains(flag);
}
