namespace ImapAsync.Testing;

/// <summary>The context of a search apart from the message.</summary>
/// <param name="Now">The time relative to which OLDER and YOUNGER are evaluated (RFC 5032).</param>
internal sealed record SearchContext(DateTimeOffset Now)
{
    /// <summary>The value of <c>*</c> in sequence numbers; 0 in an empty mailbox.</summary>
    public uint LastSequenceNumber { get; init; }

    /// <summary>The value of <c>*</c> in UIDs; null in an empty mailbox.</summary>
    public Uid? LastUid { get; init; }

    /// <summary>The value of <c>$</c> (RFC 5182): the saved result, without messages expunged since.</summary>
    public UidSet Saved { get; init; } = UidSet.Empty;

    /// <summary>Whether the set contains the message.</summary>
    public bool Contains(SequenceSet set, IMessageView message)
    {
        if (set == SequenceSet.Saved)
            return Saved.Contains(message.Uid);

        // n:* contains the last message even if that is below n (RFC 9051 §9, seq-range).
        return set.Contains(new SequenceNumber(message.SequenceNumber))
            || (set.HasStar && message.SequenceNumber == LastSequenceNumber);
    }

    /// <inheritdoc cref="Contains(SequenceSet, IMessageView)"/>
    public bool Contains(UidSet set, IMessageView message)
    {
        if (set == UidSet.Saved)
            return Saved.Contains(message.Uid);
        return set.Contains(message.Uid) || (set.HasStar && message.Uid == LastUid);
    }
}
