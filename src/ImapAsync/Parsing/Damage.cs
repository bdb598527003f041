using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// What could not be read in a response of which all else was: noted while it is read, and told once the rest is kept,
/// so that the command has both the rest and a malformed response.
/// </summary>
internal struct Damage
{
    private ImapProtocolException? _first;
    private ImapProtocolException? _odd;

    /// <summary>Whether something was noted.</summary>
    public readonly bool IsAny => Told is not null;

    // What is lost weighs more.
    private readonly ImapProtocolException? Told => _first ?? _odd;

    /// <summary>Notes a value that is not what it should be.</summary>
    public void Note(string expected, ReadOnlySpan<byte> found) =>
        _first ??= ProtocolErrors.Unreadable(expected, found);

    /// <summary>Notes a value that is not what it should be, and can be used all the same: nothing is lost.</summary>
    public void NoteOdd(string expected, ReadOnlySpan<byte> found) =>
        _odd ??= new ImapProtocolException(ProtocolErrors.Unreadable(expected, found).Message) { IsInValue = true };

    /// <summary>Notes where values do not end as they should. To be called once there are no more.</summary>
    /// <param name="values">What was read.</param>
    /// <param name="inList">Whether they stand in parentheses.</param>
    public void NoteEnd(in ListReader values, bool inList)
    {
        if (values.IsCutOff)
            Note("a value that is closed", default);
        else if (inList != values.IsAtListEnd)
            Note(inList ? "a closing parenthesis" : "no closing parenthesis", default);
        else if (!values.Behind.IsEmpty)
            Note("nothing behind the closing parenthesis", values.Behind);
    }

    /// <summary>Notes what a reader threw.</summary>
    public void Note(ImapProtocolException exception) => _first ??= exception;

    /// <summary>Ends the reading; to be called when everything else was kept.</summary>
    /// <exception cref="ImapProtocolException">Something was noted.</exception>
    public readonly void ThrowIfAny()
    {
        if (Told is { } told)
            throw told;
    }

    /// <summary>What was noted of a response; null where nothing was.</summary>
    public readonly MalformedResponse? ToMalformed(in UntaggedResponse response) =>
        Told is { } told ? MalformedIn(response, told) : null;

    /// <inheritdoc cref="ToMalformed(in UntaggedResponse)"/>
    public readonly MalformedResponse? ToMalformed(UntypedResponse response) =>
        Told is { } told ? new MalformedResponse(response.Name, response.Raw, told.Message) : null;

    /// <summary>A response of which something could not be read.</summary>
    public static MalformedResponse MalformedIn(in UntaggedResponse response, ImapProtocolException exception) =>
        new(WireText.Decode(response.Name), response.Raw.ToArray(), exception.Message)
        {
            IsInValue = exception.IsInValue
        };
}
