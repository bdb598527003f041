namespace ImapAsync;

/// <summary>The messages of a gathered answer that lacked something when they came: what is told of them later becomes a part of them.</summary>
internal sealed class GatheredMessages
{
    private readonly Dictionary<Uid, FetchedMessage> _byUid = [];
    private readonly Dictionary<SequenceNumber, FetchedMessage> _byNumber = [];

    /// <summary>Makes a response a part of the message that it is about, if that has come before.</summary>
    /// <param name="response">What has come.</param>
    /// <param name="isWhole">Whether nothing more of the message is to come.</param>
    /// <param name="byNumber">Whether its sequence number still counts.</param>
    public bool TryMerge(FetchedMessage response, bool isWhole, bool byNumber)
    {
        Uid? uid = response.Has(FetchItem.Uid) ? response.Uid : null;
        FetchedMessage? message = uid is { } known ? _byUid.GetValueOrDefault(known) : null;
        // Of two that both have a UID, and not the same, the number has moved from one to the other.
        if (message is null && byNumber && _byNumber.TryGetValue(response.SequenceNumber, out FetchedMessage? sameNumber) && (uid is null || !sameNumber.Has(FetchItem.Uid)))
            message = sameNumber;
        if (message is not null)
        {
            message.Append(response);
            return true;
        }

        if (!isWhole)
            Add(response, uid);
        return false;
    }

    /// <summary>Messages were expunged: the numbers of others have changed.</summary>
    public void NumbersMoved() => _byNumber.Clear();

    private void Add(FetchedMessage message, Uid? uid)
    {
        if (uid is { } known)
            _byUid[known] = message;
        if (message.SequenceNumber != default)
            _byNumber[message.SequenceNumber] = message;
    }
}
