namespace ImapAsync;

/// <summary>
/// The messages that a STORE left alone: the code MODIFIED of the tagged response, and of one before it on some servers
/// (RFC 7162 §3.1.3).
/// </summary>
internal sealed class ModifiedMessages
{
    private NumberSetBuilder _messages;

    /// <summary>Takes the code MODIFIED.</summary>
    /// <returns>What should have stood in it; null where all of it can be read.</returns>
    public string? Take(ResponseCode code)
    {
        ListReader sets = ListReader.Bare(code.Arguments.Span);
        if (SetToken.IsNone(sets))
            return null;
        try
        {
            SetToken.AddTo(ref _messages, sets);
            return null;
        }
        catch (ImapProtocolException)
        {
            return "the messages that were not touched";
        }
    }

    public UidSet BuildUids() => _messages.BuildUids();

    public SequenceSet BuildSequenceNumbers() => _messages.BuildSequenceNumbers();
}
