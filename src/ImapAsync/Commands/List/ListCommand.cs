using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// Lists mailboxes (LIST, RFC 9051 §6.3.9). The syntax of LIST-EXTENDED (RFC 5258) is used only if an option, or more
/// than one pattern, requires it.
/// </summary>
public sealed record ListCommand : ImapCommand<IReadOnlyList<MailboxInfo>>
{
    /// <summary>Creates the command.</summary>
    /// <param name="reference">The prefix of the patterns, such as <c>Projects/</c>; usually empty.</param>
    /// <param name="patterns">
    /// The patterns, in which <c>*</c> matches anything and <c>%</c> anything within one level. More than one requires
    /// LIST-EXTENDED. A single empty one only asks for the delimiter.
    /// </param>
    /// <exception cref="ArgumentException">There is no pattern.</exception>
    public ListCommand(MailboxName reference, params IReadOnlyList<string> patterns)
        : base("LIST")
    {
        if (patterns.Count == 0)
        {
            throw new ArgumentException(
                "LIST needs a pattern: \"*\" for all mailboxes, \"%\" for those of the first level.", nameof(patterns));
        }

        Reference = reference;
        Patterns = patterns;
    }

    /// <summary>The prefix of the patterns.</summary>
    public MailboxName Reference { get; }

    /// <summary>The patterns.</summary>
    public IReadOnlyList<string> Patterns { get; }

    /// <summary>Which mailboxes to select in addition to matching the patterns.</summary>
    /// <value>Default: none.</value>
    public ListSelectionOptions Selection { get; init; }

    /// <summary>What to return for each mailbox.</summary>
    /// <value>Default: none.</value>
    public ListReturnOptions Return { get; init; }

    /// <summary>Which counters to return for each selectable mailbox (LIST-STATUS, RFC 5819).</summary>
    /// <value>Default: none.</value>
    public StatusItems Status { get; init; }

    /// <summary>
    /// Which metadata to return for each mailbox, such as <c>/shared/comment</c> (LIST-METADATA, RFC 9590).
    /// </summary>
    /// <value>Default: none.</value>
    public IReadOnlyList<string> Metadata { get; init; } = [];

    /// <summary>Whether the server needs LIST-EXTENDED.</summary>
    public bool IsExtended => Patterns.Count > 1 || Selection != ListSelectionOptions.None || HasReturn;

    /// <inheritdoc/>
    protected internal override string DefinedBy => EncodingOptions.Base;

    /// <inheritdoc/>
    protected internal override CommandTraits Traits => CommandTraits.Idempotent;

    /// <inheritdoc/>
    protected internal override string OwnedResponse => "LIST";

    /// <inheritdoc/>
    protected internal override string Description =>
        $"LIST {ListOptionTokens.SelectionText(Selection)}\"{Reference.Value}\" "
        + $"\"{string.Join("\" \"", Patterns)}\"{ListOptionTokens.ReturnText(this)}";

    private bool HasReturn => Return != ListReturnOptions.None || Status != StatusItems.None || Metadata.Count > 0;

    /// <inheritdoc/>
    protected internal override void WriteArguments(CommandEncoder encoder)
    {
        if (Selection != ListSelectionOptions.None)
            ListOptionTokens.WriteSelection(encoder, Selection);
        encoder.Mailbox(Reference);
        if (Patterns.Count == 1)
            encoder.MailboxPattern(Patterns[0]);
        else
            WritePatterns(encoder);
        if (HasReturn)
            ListOptionTokens.WriteReturn(encoder, this);
    }

    /// <inheritdoc/>
    protected internal override ResponseCollector<IReadOnlyList<MailboxInfo>> CreateCollector() =>
        new MailboxListCollector("LIST")
        {
            Filter = ListNameFilter.For(Reference, Patterns),
            ListsAll = Selection == ListSelectionOptions.None,
            TakesStatus = Status != StatusItems.None,
            TakesRights = Return.HasFlag(ListReturnOptions.MyRights),
            TakesMetadata = Metadata.Count > 0,
        };

    private void WritePatterns(CommandEncoder encoder)
    {
        encoder.Needs(Capability.ListExtended).BeginList();
        foreach (string pattern in Patterns)
            encoder.MailboxPattern(pattern);
        encoder.EndList();
    }
}
