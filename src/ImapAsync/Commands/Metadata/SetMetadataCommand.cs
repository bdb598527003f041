using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// Sets or removes metadata of a mailbox, or of the server (SETMETADATA, RFC 5464 §4.3). Either all entries are set or
/// none. The code of a refusal says why: <c>METADATA MAXSIZE n</c>, <c>METADATA TOOMANY</c> or <c>METADATA
/// NOPRIVATE</c>.
/// </summary>
public sealed record SetMetadataCommand : ImapCommand<ImapNothing>
{
    /// <summary>Creates the command.</summary>
    /// <param name="mailbox">The mailbox; an empty name for the server.</param>
    /// <param name="entries">The entries; a value of null removes one.</param>
    /// <exception cref="ArgumentException">There is no entry.</exception>
    public SetMetadataCommand(MailboxName mailbox, params IReadOnlyList<MetadataEntry> entries)
        : base("SETMETADATA")
    {
        if (entries.Count == 0)
        {
            throw new ArgumentException(
                "SETMETADATA needs an entry, such as new MetadataEntry(\"/private/comment\", \"text\").",
                nameof(entries));
        }

        Mailbox = mailbox;
        Entries = entries;
    }

    /// <summary>The mailbox; an empty name for the server.</summary>
    public MailboxName Mailbox { get; }

    /// <summary>The entries.</summary>
    public IReadOnlyList<MetadataEntry> Entries { get; }

    /// <inheritdoc/>
    protected internal override string DefinedBy => MetadataTokens.DefinedBy(Mailbox);

    /// <inheritdoc/>
    protected internal override CommandTraits Traits => CommandTraits.Idempotent;

    /// <inheritdoc/>
    protected internal override string Description => CommandText.Describe(Name, Mailbox);

    /// <inheritdoc/>
    protected internal override void WriteArguments(CommandEncoder encoder)
    {
        encoder.Mailbox(Mailbox).BeginList();
        foreach (MetadataEntry entry in Entries)
            MetadataValue.Write(encoder.AString(MetadataTokens.Require(entry.Name)), entry.Value);
        encoder.EndList();
    }

    /// <inheritdoc/>
    protected internal override ResponseCollector<ImapNothing> CreateCollector() => NothingCollector.Instance;
}
