namespace ImapAsync;

/// <summary>A mailbox as reported by LIST (RFC 9051 §7.3.1).</summary>
/// <param name="Name">Its full name.</param>
/// <param name="Delimiter">
/// The separator between the levels of the hierarchy in its name; null if there are no levels.
/// </param>
/// <param name="Attributes">Its attributes, such as <c>\HasChildren</c> or the special use <c>\Sent</c>.</param>
public sealed record MailboxInfo(MailboxName Name, char? Delimiter, MailboxAttributes Attributes)
{
    private MailboxStatus? _status;
    private MailboxInfoDetails? _details;

    /// <summary>
    /// Its counters, if LIST requested them (RFC 5819) and the mailbox can be selected; otherwise null.
    /// </summary>
    public MailboxStatus? Status
    {
        get => _status;
        init => _status = value;
    }

    /// <summary>
    /// Why <see cref="Status"/> is missing, if the library had to request it with STATUS (RFC 9051 §6.3.11) and the
    /// server refused; otherwise null.
    /// </summary>
    public ImapCommandException? StatusRefusal
    {
        get => _details?.StatusRefusal;
        init => _details = Details with { StatusRefusal = value };
    }

    /// <summary>The user's rights on it, if LIST requested them (RFC 8440); otherwise null.</summary>
    public Rights? MyRights
    {
        get => _details?.Rights;
        init => _details = Details with { Rights = value };
    }

    /// <summary>Its metadata, if LIST requested some (RFC 9590); otherwise null.</summary>
    public MailboxMetadata? Metadata
    {
        get => _details?.Metadata;
        init => _details = Details with { Metadata = value };
    }

    /// <summary>Its former name, or the name by which it was requested (RFC 9051 §6.3.9.7); usually null.</summary>
    public MailboxName? OldName
    {
        get => _details?.OldName;
        init => _details = Details with { OldName = value };
    }

    /// <summary>
    /// The options by which mailboxes below it were selected, such as <c>SUBSCRIBED</c>, if LIST requested a recursive
    /// match (RFC 9051 §6.3.9.6); usually empty.
    /// </summary>
    public IReadOnlyList<string> ChildInfo
    {
        get => _details?.ChildInfo ?? [];
        init => _details = Details with { ChildInfo = value };
    }

    /// <summary>Further data that the server sent about the mailbox, by tag; usually empty.</summary>
    public IReadOnlyDictionary<string, ImapValue> ExtendedData
    {
        get => _details?.ExtendedData ?? MailboxInfoDetails.NoExtendedData;
        init => _details = Details with { ExtendedData = value };
    }

    /// <summary>Whether it can be selected: neither <c>\Noselect</c> nor <c>\NonExistent</c>.</summary>
    public bool IsSelectable => Attributes.IsSelectable;

    /// <summary>Its special use, such as <c>\Sent</c> (RFC 6154); null if it has none.</summary>
    public MailboxAttribute? SpecialUse => Attributes.SpecialUse;

    private MailboxInfoDetails Details => _details ?? MailboxInfoDetails.None;

    // These arrive after the LIST response, before the object is handed out.
    internal void Attach(MailboxStatus status) => _status = status;

    internal void Attach(ImapCommandException refusal) => _details = Details with { StatusRefusal = refusal };

    internal void Attach(Rights rights) => _details = Details with { Rights = rights };

    internal void Attach(MailboxMetadata metadata, bool isEarlier)
    {
        if (Metadata is { } known)
            metadata = isEarlier ? metadata.With(known) : known.With(metadata);
        _details = Details with { Metadata = metadata };
    }
}
