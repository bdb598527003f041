using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// Lists mailboxes (LIST, RFC 9051 §6.3.9). The syntax of LIST-EXTENDED (RFC 5258) is used only where an option, or
/// more than one pattern, needs it.
/// </summary>
public sealed record ListCommand : ImapCommand<IReadOnlyList<MailboxInfo>>
{
    /// <summary>Makes the command.</summary>
    /// <param name="reference">Where the patterns begin, such as <c>Projects/</c>; usually empty.</param>
    /// <param name="patterns">
    /// Names in which <c>*</c> stands for anything and <c>%</c> for anything within one level. More than one needs
    /// LIST-EXTENDED. One empty one asks for the delimiter alone.
    /// </param>
    /// <exception cref="ArgumentException">There is no pattern.</exception>
    public ListCommand(MailboxName reference, params IReadOnlyList<string> patterns)
        : base("LIST")
    {
        if (patterns.Count == 0)
            throw new ArgumentException(
                "LIST needs a pattern: \"*\" for all mailboxes, \"%\" for those of the first level.", nameof(patterns));
        Reference = reference;
        Patterns = patterns;
    }

    /// <summary>Where the patterns begin.</summary>
    public MailboxName Reference { get; }

    /// <summary>The patterns.</summary>
    public IReadOnlyList<string> Patterns { get; }

    /// <summary>Which mailboxes to select, besides by name.</summary>
    /// <value>Default: none.</value>
    public ListSelection Selection { get; init; }

    /// <summary>What to tell of each.</summary>
    /// <value>Default: none.</value>
    public ListReturn Return { get; init; }

    /// <summary>Which counters to tell of each that can be selected (LIST-STATUS, RFC 5819).</summary>
    /// <value>Default: none.</value>
    public StatusItems Status { get; init; }

    /// <summary>Which metadata to tell of each, such as <c>/shared/comment</c> (LIST-METADATA, RFC 9590).</summary>
    /// <value>Default: none.</value>
    public IReadOnlyList<string> Metadata { get; init; } = [];

    /// <summary>Whether the server must have LIST-EXTENDED.</summary>
    public bool IsExtended => Patterns.Count > 1 || Selection != ListSelection.None || HasReturn;

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

    private bool HasReturn => Return != ListReturn.None || Status != StatusItems.None || Metadata.Count > 0;

    /// <inheritdoc/>
    protected internal override void WriteArguments(CommandEncoder encoder)
    {
        if (Selection != ListSelection.None)
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
            ListsAll = Selection == ListSelection.None,
            TakesStatus = Status != StatusItems.None,
            TakesRights = Return.HasFlag(ListReturn.MyRights),
            TakesMetadata = Metadata.Count > 0,
        };

    private void WritePatterns(CommandEncoder encoder)
    {
        encoder.Needs("LIST-EXTENDED").BeginList();
        foreach (string pattern in Patterns)
            encoder.MailboxPattern(pattern);
        encoder.EndList();
    }
}
