namespace ImapAsync.Testing;

/// <summary>A message in its mailbox.</summary>
internal sealed class StoredMessage(Uid uid, MessageContent content)
{
    public Uid Uid { get; } = uid;

    public MessageContent Content { get; } = content;

    public required DateTimeOffset InternalDate { get; init; }

    /// <summary>When it came into this mailbox.</summary>
    public required DateTimeOffset SaveDate { get; init; }

    public FlagSet Flags { get; set; } = FlagSet.Empty;

    /// <summary>That of the last change of its flags.</summary>
    public ulong ModSequence { get; set; }

    /// <summary>Whether it is gone. Sessions that have not been told can still read it (RFC 2180 §4.1.1).</summary>
    public bool IsExpunged { get; set; }

    public int Size => Content.Octets.Length;
}
