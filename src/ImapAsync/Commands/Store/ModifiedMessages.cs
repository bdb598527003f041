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
    public bool TryShare(in UntaggedResponse response, in NumberSet asked)
    {
        ResponseCode code = response.Code!;
        if (!asked.IsExplicit)
            return response.Offer == ResponseOffer.LikelyPart && TakeAll(code);
        if (code.IsUnclosed || !SetToken.TryRead(code.Arguments.Span, out NumberSetBuilder told))
            return response.Offer == ResponseOffer.Part && TakeAll(code);
        NumberSet all = told.Build();
        NumberSet own = NumberSetAlgebra.Intersection(all, asked);
        if (own.IsEmpty
            || (response.Offer == ResponseOffer.Whole ? !own.Equals(all) : response.Offer != ResponseOffer.Part))
            return false;
        IsAny = true;
        _messages.Add(own);
        return true;
    }

    /// <summary>The messages; to be called once.</summary>
    public TSet Build<TSet>()
        where TSet : IMessageSet<TSet> => _messages.Build<TSet>();

    private bool TakeAll(ResponseCode code) =>
        Take(code) is { } expected ? throw ProtocolErrors.Unreadable(expected, code.Arguments.Span) : true;
}
