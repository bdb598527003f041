using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>Reads what responses and response codes report about the selected mailbox.</summary>
internal static class MailboxFactReader
{
    /// <summary>Reads an untagged response; a fact without a kind if it reports nothing.</summary>
    /// <param name="response">The response.</param>
    /// <param name="flags">The flags if FLAGS has already been read.</param>
    /// <param name="isAnswer">Whether a command has taken it.</param>
    public static MailboxFact Read(in UntaggedResponse response, FlagSet flags, bool isAnswer)
    {
        if (response.Code is { } code)
            return Read(code);
        if (response.Kind == ResponseKind.Fetch)
            return ReadFetch(response, isAnswer);
        if (response.Kind == ResponseKind.Exists && response.Number is { } exists)
            return new MailboxFact { Kind = MailboxFactKind.Exists, Number = exists, IsAnswer = isAnswer };
        if (response.Kind == ResponseKind.Recent && response.Number is { } recent)
            return new MailboxFact { Kind = MailboxFactKind.Recent, Number = recent, IsAnswer = isAnswer };
        if (response.Kind == ResponseKind.Flags && response.Number is null)
            return new MailboxFact { Kind = MailboxFactKind.Flags, Flags = flags, IsAnswer = isAnswer };
        return response.Kind == ResponseKind.Vanished
            ? ReadVanished(response, isAnswer)
            : ReadExpunge(response, isAnswer);
    }

    /// <summary>Reads a response code; a fact without a kind if it reports nothing about the mailbox.</summary>
    public static MailboxFact Read(ResponseCode code)
    {
        MailboxFactKind kind = code.Name switch
        {
            "CLOSED" => MailboxFactKind.Closed,
            "HIGHESTMODSEQ" => MailboxFactKind.HighestModSequence,
            "NOMODSEQ" => MailboxFactKind.NoModSeq,
            "UIDNEXT" => MailboxFactKind.UidNext,
            "UIDNOTSTICKY" => MailboxFactKind.UidNotSticky,
            "UIDVALIDITY" => MailboxFactKind.UidValidity,
            _ => MailboxFactKind.None,
        };
        if (kind is not (MailboxFactKind.HighestModSequence or MailboxFactKind.UidNext or MailboxFactKind.UidValidity))
            return new MailboxFact { Kind = kind };
        bool isRead = SelectResultBuilder.TryReadNumber(code, out long number)
            && !(code.IsUnclosed || (number > uint.MaxValue && kind != MailboxFactKind.HighestModSequence));
        return new MailboxFact { Kind = kind, Number = isRead ? (ulong)number : 0, IsDamaged = !isRead };
    }

    private static MailboxFact ReadFetch(in UntaggedResponse response, bool isAnswer)
    {
        FetchResponse fetch = FetchResponseParser.Read(response);
        return new MailboxFact
        {
            Kind = MailboxFactKind.Fetched,
            Fetch = fetch,
            IsAnswer = isAnswer,
            IsDamaged = fetch.IsDamaged,
        };
    }

    private static MailboxFact ReadVanished(in UntaggedResponse response, bool isAnswer)
    {
        Damage damage = default;
        UidSet uids = VanishedToken.Read(response.Arguments, ref damage);
        if (uids.IsEmpty && !damage.IsAny)
            return default;
        return new MailboxFact
        {
            Kind = VanishedToken.IsEarlier(response.Arguments)
                ? MailboxFactKind.VanishedEarlier : MailboxFactKind.Vanished,
            Uids = uids,
            IsAnswer = isAnswer,
            IsDamaged = damage.IsAny,
        };
    }

    private static MailboxFact ReadExpunge(in UntaggedResponse response, bool isAnswer)
    {
        bool isNumbered = ExpungeParser.IsOfNumber(response);
        if (!isNumbered && !ExpungeParser.LacksNumber(response))
            return default;
        return new MailboxFact
        {
            Kind = MailboxFactKind.Expunged,
            Number = isNumbered ? response.Number!.Value : 0,
            IsAnswer = isAnswer,
            IsDamaged = !isNumbered,
        };
    }
}
