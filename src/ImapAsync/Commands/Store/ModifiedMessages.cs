using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// The messages that a STORE left alone: the code MODIFIED of the tagged response, and of one before it on some servers
/// (RFC 7162 §3.1.3).
/// </summary>
internal sealed class ModifiedMessages
{
    private const string Expected = "the messages that were not touched";
    private NumberSetBuilder _messages;

    /// <summary>Whether the server has told of any, even if not of which.</summary>
    public bool IsAny { get; private set; }

    /// <summary>Takes the code MODIFIED.</summary>
    /// <returns>What should have stood in it; null where all of it can be read.</returns>
    public string? Take(ResponseCode code)
    {
        IsAny = true;
        ListReader sets = ListReader.Bare(code.Arguments.Span);
        string? expected = code.IsUnclosed ? Expected : null;
        if (SetToken.IsNone(sets))
            return expected;
        try
        {
            SetToken.AddTo(ref _messages, sets);
            return expected;
        }
        catch (ImapProtocolException)
        {
            return Expected;
        }
    }

    /// <summary>
    /// Takes of an untagged response, which several commands in progress may be told, what is of the messages that one
    /// has asked for. What cannot be read may be everybody's.
    /// </summary>
    /// <exception cref="ImapProtocolException">It was taken, and something in it cannot be read.</exception>
    public bool TryShare(in UntaggedResponse response, UidSet asked)
    {
        ResponseCode code = response.Code!;
        if (!asked.IsExplicit)
            return response.Offer == ResponseOffer.LikelyPart && TakeAll(code);
        if (code.IsUnclosed || !SetToken.TryRead(code.Arguments.Span, out NumberSetBuilder told))
            return response.Offer == ResponseOffer.Part && TakeAll(code);
        UidSet all = told.Build<UidSet>();
        UidSet own = all & asked;
        if (own.IsEmpty || (response.Offer == ResponseOffer.Whole ? own != all : response.Offer != ResponseOffer.Part))
            return false;
        IsAny = true;
        foreach (NumberRange<Uid> range in own.Ranges)
            _messages.AddRange(range.First.Value, range.Last.Value);
        return true;
    }

    /// <summary>Sequence numbers as <see cref="TryShare"/> wants them.</summary>
    public static UidSet Numbers(SequenceSet numbers)
    {
        if (!numbers.IsExplicit)
            return UidSet.All;
        NumberSetBuilder builder = default;
        foreach (NumberRange<SequenceNumber> range in numbers.Ranges)
            builder.AddRange(range.First.Value, range.Last.Value);
        return builder.Build<UidSet>();
    }

    private bool TakeAll(ResponseCode code) =>
        Take(code) is { } expected ? throw ProtocolErrors.Unreadable(expected, code.Arguments.Span) : true;

    public UidSet BuildUids() => _messages.Build<UidSet>();

    public SequenceSet BuildSequenceNumbers() => _messages.Build<SequenceSet>();
}
