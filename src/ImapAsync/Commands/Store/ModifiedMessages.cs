using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// The messages that a STORE left unchanged: the code MODIFIED of the tagged response, and on some servers of one
/// before it (RFC 7162 §3.1.3).
/// </summary>
internal sealed class ModifiedMessages
{
    private const string Expected = "the messages that were left unchanged";
    private NumberSetBuilder _messages;

    /// <summary>Whether the server has reported any, even without identifying them.</summary>
    public bool IsAny { get; private set; }

    /// <summary>Takes the code MODIFIED.</summary>
    /// <returns>What was expected in it; null if all of it is readable.</returns>
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
    /// Takes from an untagged response, which may concern several commands in progress, the messages that this command
    /// requested. Unreadable parts may concern any of them.
    /// </summary>
    /// <exception cref="ImapProtocolException">It was taken, and something in it is unreadable.</exception>
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
        {
            return false;
        }

        IsAny = true;
        _messages.Add(own);
        return true;
    }

    /// <summary>The messages; call it once.</summary>
    public TSet Build<TSet>()
        where TSet : IMessageSet<TSet> => _messages.Build<TSet>();

    private bool TakeAll(ResponseCode code) =>
        Take(code) is { } expected ? throw ProtocolErrors.Unreadable(expected, code.Arguments.Span) : true;
}
