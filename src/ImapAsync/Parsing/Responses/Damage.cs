namespace ImapAsync;

/// <summary>
/// The unreadable parts of a response that is otherwise readable: collected while reading, and reported once the rest
/// is kept, so that the command has both the rest and a malformed response.
/// </summary>
internal struct Damage
{
    private ImapProtocolException? _first;
    private ImapProtocolException? _odd;

    /// <summary>Whether anything was noted.</summary>
    public readonly bool IsAny => Told is not null;

    /// <summary>What was noted first, if anything was; lost data takes precedence over merely odd data.</summary>
    public readonly ImapProtocolException? Told => _first ?? _odd;

    /// <summary>Notes a value that is not what was expected.</summary>
    public void Note(string expected, ReadOnlySpan<byte> found) =>
        _first ??= ProtocolErrors.Unreadable(expected, found);

    /// <summary>Notes a value that is not what was expected but is still usable: nothing is lost.</summary>
    public void NoteOdd(string expected, ReadOnlySpan<byte> found) =>
        _odd ??= new ImapProtocolException(ProtocolErrors.Unreadable(expected, found).Message) { IsInValue = true };

    /// <summary>Notes values that do not end as they should. Call it once there are no more.</summary>
    /// <param name="values">The values that were read.</param>
    /// <param name="inList">Whether they are in parentheses.</param>
    public void NoteEnd(in ListReader values, bool inList)
    {
        if (values.IsCutOff)
            Note("a value that is closed", default);
        else if (inList != values.IsAtListEnd)
            Note(inList ? "a closing parenthesis" : "no closing parenthesis", default);
        else if (!values.Behind.IsEmpty)
            Note("nothing after the closing parenthesis", values.Behind);
    }

    /// <summary>Notes the exception that a reader threw.</summary>
    public void Note(ImapProtocolException exception) => _first ??= exception;

    /// <summary>Ends the reading; call it when everything else was kept.</summary>
    /// <exception cref="ImapProtocolException">Something was noted.</exception>
    public readonly void ThrowIfAny()
    {
        if (Told is { } told)
            throw told;
    }
}
