namespace ImapAsync.Testing;

/// <summary>A message in its mailbox.</summary>
internal sealed class StoredMessage(Uid uid, MessageContent content)
{
    public Uid Uid { get; } = uid;

    public MessageContent Content { get; } = content;

    public required DateTimeOffset InternalDate { get; init; }

    /// <summary>When it was added to this mailbox.</summary>
    public required DateTimeOffset SaveDate { get; init; }

    public FlagSet Flags { get; set; } = FlagSet.Empty;

    /// <summary>The mod-sequence of the last change of its flags.</summary>
    public ulong ModSequence { get; set; }

    /// <summary>
    /// Whether it is expunged. Sessions that have not been notified can still read it (RFC 2180 §4.1.1).
    /// </summary>
    public bool IsExpunged { get; set; }

    public int Size => Content.Octets.Length;
}
