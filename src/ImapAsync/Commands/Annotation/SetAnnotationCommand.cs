using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// Sets or removes attributes of an annotation on servers older than METADATA (SETANNOTATION,
/// draft-daboo-imap-annotatemore). <see cref="SetMetadataCommand"/> is its successor.
/// </summary>
public sealed record SetAnnotationCommand : ImapCommand<ImapNothing>
{
    /// <summary>Creates the command.</summary>
    /// <param name="mailbox">The mailbox; an empty name for the server.</param>
    /// <param name="entry">The entry, such as <c>/comment</c>.</param>
    /// <param name="attributes">The attributes, such as <c>value.priv</c>; a value of null removes one.</param>
    /// <exception cref="ArgumentException">There is no entry or no attribute.</exception>
    public SetAnnotationCommand(MailboxName mailbox, string entry, params IReadOnlyList<AnnotationAttribute> attributes)
        : base("SETANNOTATION")
    {
        ArgumentException.ThrowIfNullOrEmpty(entry);
        if (attributes.Count == 0)
        {
            throw new ArgumentException(
                "SETANNOTATION needs an attribute, such as new AnnotationAttribute(\"value.priv\", \"text\").",
                nameof(attributes));
        }

        Mailbox = mailbox;
        Entry = entry;
        Attributes = attributes;
    }

    /// <summary>The mailbox; an empty name for the server.</summary>
    public MailboxName Mailbox { get; }

    /// <summary>The entry.</summary>
    public string Entry { get; }

    /// <summary>The attributes.</summary>
    public IReadOnlyList<AnnotationAttribute> Attributes { get; }

    /// <inheritdoc/>
    /// <remarks>
    /// The draft was never finished: Cyrus announces ANNOTATEMORE, but accepts no literal for an entry.
    /// </remarks>
    protected internal override string? DefinedBy => null;

    /// <inheritdoc/>
    protected internal override CommandTraits Traits => CommandTraits.Idempotent;

    /// <inheritdoc/>
    protected internal override string Description => CommandText.Describe(Name, Mailbox);

    /// <inheritdoc/>
    protected internal override void WriteArguments(CommandEncoder encoder)
    {
        encoder.Mailbox(Mailbox).String(Entry).BeginList();
        foreach (AnnotationAttribute attribute in Attributes)
            MetadataValue.Write(encoder.String(attribute.Name), attribute.Value);
        encoder.EndList();
    }

    /// <inheritdoc/>
    protected internal override ResponseCollector<ImapNothing> CreateCollector() => NothingCollector.Instance;
}
