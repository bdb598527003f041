namespace ImapAsync;

/// <summary>A mailbox as LIST tells of it (RFC 9051 §7.3.1).</summary>
/// <param name="Name">Its whole name.</param>
/// <param name="Delimiter">
/// What separates the levels of the hierarchy in its name; null when there are no levels.
/// </param>
/// <param name="Attributes">Its attributes, such as <c>\HasChildren</c> or the special use <c>\Sent</c>.</param>
public sealed record MailboxInfo(MailboxName Name, char? Delimiter, MailboxAttributes Attributes)
{
    private MailboxStatus? _status;
    private MailboxInfoDetails? _details;

    /// <summary>
    /// Its counters, where LIST was asked for them (RFC 5819) and the mailbox can be selected; otherwise null.
    /// </summary>
    public MailboxStatus? Status
    {
        get => _status;
        init => _status = value;
    }

    /// <summary>
    /// Why <see cref="Status"/> is not there, where the library had to ask for it by STATUS (RFC 9051 §6.3.11) and the
    /// server refused; otherwise null.
    /// </summary>
    public ImapCommandException? StatusRefusal
    {
        get => _details?.StatusRefusal;
        init => _details = Details with { StatusRefusal = value };
    }

    /// <summary>What may be done in it, where LIST was asked for that (RFC 8440); otherwise null.</summary>
    public Rights? MyRights
    {
        get => _details?.Rights;
        init => _details = Details with { Rights = value };
    }

    /// <summary>Its metadata, where LIST was asked for some (RFC 9590); otherwise null.</summary>
    public MailboxMetadata? Metadata
    {
        get => _details?.Metadata;
        init => _details = Details with { Metadata = value };
    }

    /// <summary>The name that it had before, or that it was asked for by (RFC 9051 §6.3.9.7); usually null.</summary>
    public MailboxName? OldName
    {
        get => _details?.OldName;
        init => _details = Details with { OldName = value };
    }

    /// <summary>
    /// By which options mailboxes below it were selected, such as <c>SUBSCRIBED</c>, when LIST was asked for a
    /// recursive match (RFC 9051 §6.3.9.6); usually empty.
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

    /// <summary>What it is for, such as <c>\Sent</c> (RFC 6154); null when it has no special use.</summary>
    public MailboxAttribute? SpecialUse => Attributes.SpecialUse;

    private MailboxInfoDetails Details => _details ?? MailboxInfoDetails.None;

    // These arrive behind the LIST response, before anybody has the object.
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
