using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// Gets annotations of mailboxes, or of the server, from servers older than METADATA (GETANNOTATION,
/// draft-daboo-imap-annotatemore). <see cref="GetMetadataCommand"/> is its successor.
/// </summary>
public sealed record GetAnnotationCommand : ImapCommand<IReadOnlyList<Annotation>>
{
    /// <summary>Creates the command.</summary>
    /// <param name="mailbox">
    /// The mailboxes, with the wildcards <c>*</c> and <c>%</c> as in LIST; empty for the server.
    /// </param>
    /// <param name="entries">The entries, such as <c>/comment</c>, with the same wildcards; at least one.</param>
    /// <param name="attributes">
    /// The attributes, such as <c>value.priv</c>, with the same wildcards; at least one.
    /// </param>
    /// <exception cref="ArgumentException">There is no entry or no attribute.</exception>
    public GetAnnotationCommand(string mailbox, IReadOnlyList<string> entries, IReadOnlyList<string> attributes)
        : base("GETANNOTATION")
    {
        if (entries.Count == 0 || attributes.Count == 0)
        {
            throw new ArgumentException(
                "GETANNOTATION needs an entry, such as /comment, and an attribute, such as value.priv.",
                entries.Count == 0 ? nameof(entries) : nameof(attributes));
        }

        Mailbox = mailbox;
        Entries = entries;
        Attributes = attributes;
    }

    /// <summary>The mailboxes.</summary>
    public string Mailbox { get; }

    /// <summary>The entries.</summary>
    public IReadOnlyList<string> Entries { get; }

    /// <summary>The attributes.</summary>
    public IReadOnlyList<string> Attributes { get; }

    /// <inheritdoc/>
    /// <remarks>
    /// The draft was never finished: Cyrus announces ANNOTATEMORE, but accepts no literal for an entry.
    /// </remarks>
    protected internal override string? DefinedBy => null;

    /// <inheritdoc/>
    protected internal override CommandTraits Traits => CommandTraits.Idempotent;

    /// <inheritdoc/>
    protected internal override string OwnedResponse => "ANNOTATION";

    /// <inheritdoc/>
    protected internal override string Description => CommandText.Describe(Name, Mailbox);

    /// <inheritdoc/>
    protected internal override void WriteArguments(CommandEncoder encoder)
    {
        encoder.MailboxPattern(Mailbox);
        WriteStrings(encoder, Entries);
        WriteStrings(encoder, Attributes);
    }

    /// <inheritdoc/>
    protected internal override ResponseCollector<IReadOnlyList<Annotation>> CreateCollector() => new Collector();

    // entries = string / "(" string *(SP string) ")": never an atom.
    private static void WriteStrings(CommandEncoder encoder, IReadOnlyList<string> strings)
    {
        if (strings.Count == 1)
        {
            encoder.String(strings[0]);
            return;
        }

        encoder.BeginList();
        foreach (string text in strings)
            encoder.String(text);
        encoder.EndList();
    }

    private sealed class Collector : ResponseCollector<IReadOnlyList<Annotation>>
    {
        private readonly List<Annotation> _annotations = [];

        protected internal override bool TryCollect(in UntaggedResponse response)
        {
            if (response.Kind != ResponseKind.Annotation)
                return false;
            ImapTokenReader reader = response.Arguments;
            bool isAnswer = AnnotationParser.TryParse(ref reader, _annotations, out Damage damage);
            if (isAnswer)
                damage.ThrowIfAny();
            return isAnswer;
        }

        internal override bool HasPart(ResponseCode? code) => _annotations.Count > 0;

        protected internal override IReadOnlyList<Annotation> Complete(ResponseCode? code) => _annotations;
    }
}
