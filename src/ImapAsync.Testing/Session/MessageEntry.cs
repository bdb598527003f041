namespace ImapAsync.Testing;

/// <summary>A message as one session knows it.</summary>
internal sealed class MessageEntry(StoredMessage stored, bool isRecent) : IMessageView
{
    public StoredMessage Stored { get; } = stored;

    public bool IsRecent { get; } = isRecent;

    /// <summary>The mod-sequence of the flags last reported to the client.</summary>
    public ulong KnownModSequence { get; set; } = stored.ModSequence;

    public uint SequenceNumber { get; set; }

    public Uid Uid => Stored.Uid;

    public FlagSet Flags => IsRecent ? Stored.Flags | Flag.Recent : Stored.Flags;

    public DateTimeOffset InternalDate => Stored.InternalDate;

    public DateTimeOffset SaveDate => Stored.SaveDate;

    public string EmailId => Stored.Content.EmailId;

    public ReadOnlyMemory<byte> Octets => Stored.Content.Octets;

    public ModSequence ModSequence => new(Stored.ModSequence);

    public MimeEntity Mime => Stored.Content.Mime;
}
