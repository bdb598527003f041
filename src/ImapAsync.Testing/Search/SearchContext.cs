namespace ImapAsync.Testing;

/// <summary>What a search looks at besides the message.</summary>
/// <param name="Now">The time from which OLDER and YOUNGER count (RFC 5032).</param>
internal sealed record SearchContext(DateTimeOffset Now)
{
    /// <summary>What <c>*</c> stands for among sequence numbers; 0 in an empty mailbox.</summary>
    public uint LastSequenceNumber { get; init; }

    /// <summary>What <c>*</c> stands for among UIDs; null in an empty mailbox.</summary>
    public Uid? LastUid { get; init; }

    /// <summary>What <c>$</c> stands for (RFC 5182): the result that was saved, without those expunged since.</summary>
    public UidSet Saved { get; init; } = UidSet.Empty;

    /// <summary>Whether the set holds that message.</summary>
    public bool Contains(SequenceSet set, IMessageView message)
    {
        if (set == SequenceSet.Saved) return Saved.Contains(message.Uid);

        // n:* holds the last message even where that is below n (RFC 9051 §9, seq-range).
        return set.Contains(new SequenceNumber(message.SequenceNumber))
            || (set.HasStar && message.SequenceNumber == LastSequenceNumber);
    }

    /// <inheritdoc cref="Contains(SequenceSet, IMessageView)"/>
    public bool Contains(UidSet set, IMessageView message)
    {
        if (set == UidSet.Saved) return Saved.Contains(message.Uid);
        return set.Contains(message.Uid) || (set.HasStar && message.Uid == LastUid);
    }
}
