using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>How far below the named entries GETMETADATA looks (RFC 5464 §4.2.2).</summary>
public enum MetadataDepth
{
    /// <summary>Only the entries themselves.</summary>
    Zero,

    /// <summary>Also the entries directly below.</summary>
    One,

    /// <summary>Also all entries below.</summary>
    Infinity,
}

/// <summary>Gets metadata of a mailbox, or of the server (GETMETADATA, RFC 5464 §4.2).</summary>
public sealed record GetMetadataCommand : ImapCommand<MailboxMetadata>
{
    /// <summary>Creates the command.</summary>
    /// <param name="mailbox">The mailbox; an empty name for the server.</param>
    /// <param name="entries">The entries, such as <c>/private/comment</c>; at least one.</param>
    /// <exception cref="ArgumentException">There is no entry.</exception>
    public GetMetadataCommand(MailboxName mailbox, params IReadOnlyList<string> entries)
        : base("GETMETADATA")
    {
        if (entries.Count == 0)
            throw new ArgumentException("GETMETADATA needs an entry, such as /private/comment.", nameof(entries));
        Mailbox = mailbox;
        Entries = entries;
    }

    /// <summary>The mailbox; an empty name for the server.</summary>
    public MailboxName Mailbox { get; }

    /// <summary>The entries.</summary>
    public IReadOnlyList<string> Entries { get; }

    /// <summary>How far below them to look.</summary>
    /// <value>Default: only the entries themselves.</value>
    public MetadataDepth Depth { get; init; }

    /// <summary>
    /// The largest value to return, in octets; null for any. <see cref="MailboxMetadata.LongestLeftOut"/> reports
    /// larger ones.
    /// </summary>
    /// <value>Default: null.</value>
    public long? MaxSize { get; init; }

    /// <inheritdoc/>
    protected internal override string DefinedBy => MetadataTokens.DefinedBy(Mailbox);

    /// <inheritdoc/>
    protected internal override CommandTraits Traits => CommandTraits.Idempotent;

    /// <inheritdoc/>
    protected internal override string Description => CommandText.Describe(Name, Mailbox);

    /// <inheritdoc/>
    protected internal override void WriteArguments(CommandEncoder encoder)
    {
        if (MaxSize is not null || Depth != MetadataDepth.Zero)
            WriteOptions(encoder);
        MetadataTokens.WriteEntries(encoder.Mailbox(Mailbox), Entries);
    }

    /// <inheritdoc/>
    protected internal override ResponseCollector<MailboxMetadata> CreateCollector() => new Collector(Mailbox);

    private void WriteOptions(CommandEncoder encoder)
    {
        encoder.BeginList();
        if (MaxSize is { } octets)
            encoder.Word("MAXSIZE"u8).Number(octets);
        if (Depth != MetadataDepth.Zero)
            encoder.Word("DEPTH"u8).Word(Depth == MetadataDepth.One ? "1"u8 : "infinity"u8);
        encoder.EndList();
    }

    private sealed class Collector(MailboxName mailbox) : NamedAnswerCollector<MailboxMetadata>
    {
        private readonly MailboxMatcher _mailbox = new(mailbox);
        private MailboxMetadata _metadata = new(mailbox, []);

        protected override string ResponseName => "METADATA";

        protected override string Asked => mailbox.Value;

        // Servers do not mention entries without a value.
        protected override bool MayBeSilent => true;

        // Without values it is a notification of a change, and not an answer (RFC 5464 §4.4.2).
        protected internal override bool TryCollect(in UntaggedResponse response)
        {
            ImapTokenReader reader = response.Arguments;
            if (response.Kind != ResponseKind.Metadata || !_mailbox.TryRead(ref reader, response.IsForExactMatch)
                || !MetadataParser.HasValues(reader))
            {
                return false;
            }

            _metadata = _metadata.With(MetadataParser.Parse(ref reader, mailbox, out Damage damage));
            return Answered(damage);
        }

        protected override bool IsInstead(in UntaggedResponse response) =>
            base.IsInstead(response) && response.Raw.TrimEnd((byte)' ') is [.., (byte)')'];

        internal override string? ExpectedIn(ResponseCode code) =>
            (IsLongEntries(code, out ResponseValue size) && !size.TryGetNumber(out _))
                || (code.IsUnclosed && code.Is(ResponseCodes.Metadata))
                ? "the size of the longest entry in octets"
                : null;

        protected internal override MailboxMetadata Complete(ResponseCode? code)
        {
            return code is not null && !code.IsUnclosed
                && IsLongEntries(code, out ResponseValue size) && size.TryGetNumber(out long octets)
                ? _metadata with { LongestLeftOut = octets }
                : _metadata;
        }

        // "METADATA" SP "LONGENTRIES" SP number
        private static bool IsLongEntries(ResponseCode code, out ResponseValue size)
        {
            ListReader arguments = ListReader.Bare(code.Arguments.Span);
            bool isLongEntries = code.Is(ResponseCodes.Metadata) && arguments.Next().String.Is("LONGENTRIES"u8);
            size = arguments.Next();
            return isLongEntries;
        }
    }
}
