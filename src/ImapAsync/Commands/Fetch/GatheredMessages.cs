namespace ImapAsync;

/// <summary>
/// The messages of a gathered answer that lacked something when they came: what is told of them later becomes a part of
/// them.
/// </summary>
internal sealed class GatheredMessages
{
    private readonly Dictionary<Uid, FetchedMessage> _byUid = [];
    private readonly Dictionary<SequenceNumber, FetchedMessage> _byNumber = [];

    /// <summary>Makes a response a part of the message that it is about, if that has come before.</summary>
    /// <param name="response">What has come.</param>
    /// <param name="isWhole">Whether nothing more of the message is to come.</param>
    /// <param name="offer">How the response was offered.</param>
    public bool TryMerge(FetchedMessage response, bool isWhole, ResponseOffer offer)
    {
        SequenceNumber number = offer == ResponseOffer.Outdated ? default : response.SequenceNumber;
        Uid? uid = response.Has(FetchItem.Uid) ? response.Uid : null;
        FetchedMessage? message = uid is { } known ? _byUid.GetValueOrDefault(known) : null;
        // Of two that both have a UID, and not the same, the number has moved from one to the other.
        if (message is null && _byNumber.TryGetValue(number, out FetchedMessage? sameNumber)
            && (uid is null || !sameNumber.Has(FetchItem.Uid)))
            message = sameNumber;
        if (message is not null)
        {
            if (offer >= ResponseOffer.HeldBack)
                response.LeaveOut(Changed(message));
            message.Append(response);
            Add(message, uid, number);
            return true;
        }

        if (!isWhole)
            Add(response, uid, number);
        return false;
    }

    /// <summary>Messages were expunged: the numbers of others have changed.</summary>
    public void NumbersMoved() => _byNumber.Clear();

    // What was held back came before what has been told meanwhile.
    private static FetchItemKinds Changed(FetchedMessage message) =>
        (message.Last(FetchItemKinds.Flags) is null ? FetchItemKinds.None : FetchItemKinds.Flags)
        | (message.Last(FetchItemKinds.ModSeq) is null ? FetchItemKinds.None : FetchItemKinds.ModSeq);

    private void Add(FetchedMessage message, Uid? uid, SequenceNumber number)
    {
        if (uid is { } known)
            _byUid[known] = message;
        if (number != default)
            _byNumber[number] = message;
    }
}
