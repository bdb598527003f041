namespace ImapAsync;

/// <summary>
/// The messages of a gathered answer that were incomplete when they arrived: later responses about them are merged into
/// them.
/// </summary>
internal sealed class GatheredMessages
{
    private readonly Dictionary<Uid, FetchedMessage> _byUid = [];
    private readonly Dictionary<SequenceNumber, FetchedMessage> _byNumber = [];

    /// <summary>Merges a response into its message, if that has arrived before.</summary>
    /// <param name="response">The response.</param>
    /// <param name="isWhole">Whether nothing more about the message will arrive.</param>
    /// <param name="offer">How the response was offered.</param>
    public bool TryMerge(FetchedMessage response, bool isWhole, ResponseOffer offer)
    {
        SequenceNumber number = offer == ResponseOffer.Outdated ? default : response.SequenceNumber;
        Uid? uid = response.Contains(FetchItem.Uid) ? response.Uid : null;
        FetchedMessage? message = uid is { } known ? _byUid.GetValueOrDefault(known) : null;
        // If both have UIDs that differ, the number has passed from one message to the other.
        if (message is null && _byNumber.TryGetValue(number, out FetchedMessage? sameNumber)
            && (uid is null || !sameNumber.Contains(FetchItem.Uid)))
        {
            message = sameNumber;
        }

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

    // What was held back arrived before what has been reported meanwhile.
    private static FetchItemKinds Changed(FetchedMessage message) =>
        (message.Last(FetchItemKinds.Flags) is null ? FetchItemKinds.None : FetchItemKinds.Flags)
        | (message.Last(FetchItemKinds.ModSequence) is null ? FetchItemKinds.None : FetchItemKinds.ModSequence);

    private void Add(FetchedMessage message, Uid? uid, SequenceNumber number)
    {
        if (uid is { } known)
            _byUid[known] = message;
        if (number != default)
            _byNumber[number] = message;
    }
}
