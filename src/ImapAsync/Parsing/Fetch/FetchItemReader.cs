namespace ImapAsync;

/// <summary>
/// Walks the items of a FETCH response, name and value, without looking into the values (RFC 9051 §9).
/// <code>msg-att = "(" (msg-att-dynamic / msg-att-static) *(SP (msg-att-dynamic / msg-att-static)) ")"</code>
/// </summary>
internal ref struct FetchItemReader(ReadOnlySpan<byte> octets, int position = 0)
{
    private readonly ReadOnlySpan<byte> _octets = octets;
    private int _valueStart;

    /// <summary>The start of the first item: after the parenthesis, of which there may be none, or several.</summary>
    public static int FirstStart(ReadOnlySpan<byte> octets, int position)
    {
        position = ValueScanner.SkipSpaces(octets, position);
        while (position < octets.Length && octets[position] == '(')
            position = ValueScanner.SkipSpaces(octets, position + 1);
        return position;
    }

    public FetchItemName Name { get; private set; }

    public readonly FetchItemKinds Kind => Name.Kind;

    public readonly ResponseValue Value => new(_octets[_valueStart..End]);

    /// <summary>The position of the item's name.</summary>
    public int Start { get; private set; }

    /// <summary>The position of the item's value.</summary>
    public readonly int ValueStart => _valueStart;

    /// <summary>The end of the item.</summary>
    public int End { get; private set; } = position;

    /// <summary>Whether the value stops with the response before it is closed.</summary>
    public bool IsCutOff { get; private set; }

    /// <summary>
    /// Whether the value, or a string in it, is followed by something that cannot follow a value, as happens with
    /// unescaped quotes.
    /// </summary>
    public bool IsGlued { get; private set; }

    /// <summary>Whether the item suggests that it, or one before it, is not what the server meant.</summary>
    public readonly bool IsSuspicious =>
        IsGlued || IsCutOff || !Name.IsName
        || (Kind == FetchItemKinds.Other && _valueStart < End && _octets[Start + Name.Octets.Length] == '"');

    /// <summary>
    /// Moves to the next item. A closing parenthesis ends the items only if nothing follows: some servers close too
    /// early.
    /// </summary>
    public bool MoveNext()
    {
        if (!MoveToName())
            return false;
        MoveToEnd();
        return true;
    }

    /// <summary>
    /// Moves to the next item of a kind, and to its value; false if there is none, or if it has no value.
    /// </summary>
    public bool MoveToValue(FetchItemKinds kind)
    {
        while (MoveToName())
        {
            if (Kind == kind)
                return !HasNoValue(kind);
            MoveToEnd();
        }

        return false;
    }

    private bool MoveToName()
    {
        Start = SkipSeparators();
        if (Start >= _octets.Length)
        {
            Name = default;
            _valueStart = End = Start;
            return false;
        }

        Name = new FetchItemName(_octets[Start..]);
        _valueStart = ValueScanner.SkipSpaces(_octets, Start + Name.Octets.Length);
        return true;
    }

    private void MoveToEnd()
    {
        if (HasNoValue(Name.Kind))
        {
            _valueStart = End = Start + Name.Octets.Length;
            IsGlued = false;
            return;
        }

        int end = ValueScanner.End(_octets, _valueStart, out bool isGlued);
        IsCutOff = end < 0;
        End = IsCutOff ? _octets.Length : end;
        IsGlued = isGlued || (End < _octets.Length && IsGluedTo(_octets[_valueStart], _octets[End]));
        if (Name.Kind is FetchItemKinds.InternalDate or FetchItemKinds.SaveDate && Ascii.IsDigit(_octets[_valueStart]))
            TakeRestOfDate();
    }

    // Items that follow a list without a space are common, and are read. Atoms end where something else begins.
    private static bool IsGluedTo(byte first, byte next) => first switch
    {
        _ when next is (byte)' ' or (byte)')' or (byte)'\t' or (byte)'\r' or (byte)'\n' => false,
        (byte)'(' => next != '(' && !char.IsAsciiLetter((char)next),
        (byte)'"' or (byte)'{' or (byte)'~' => true,
        _ => false,
    };

    // An unquoted date contains spaces: a continuation with a digit or a sign is the time and the zone, since no item's
    // name begins so.
    private void TakeRestOfDate()
    {
        for (int next = ValueScanner.SkipSpaces(_octets, End);
            next < _octets.Length && _octets[next] is (byte)'+' or (byte)'-' or (>= (byte)'0' and <= (byte)'9');)
        {
            End = ValueScanner.End(_octets, next);
            next = ValueScanner.SkipSpaces(_octets, End);
        }
    }

    private readonly int SkipSeparators()
    {
        int start = End;
        while (start < _octets.Length
            && _octets[start] is (byte)' ' or (byte)'\t' or (byte)')' or (byte)'\r' or (byte)'\n')
        {
            start++;
        }

        return FetchItemName.SkipParentheses(_octets, start);
    }

    // Yandex answers BODY[1] with nothing instead of NIL: then the name of the next item follows.
    private readonly bool HasNoValue(FetchItemKinds kind)
    {
        if (_valueStart >= _octets.Length || _octets[_valueStart] is (byte)')' or (byte)'\r' or (byte)'\n')
            return true;
        if (!char.IsAsciiLetter((char)_octets[_valueStart]))
            return false;
        FetchItemName next = new(_octets[_valueStart..]);
        // The value of an unknown item can be any atom, but is hardly a section.
        return kind == FetchItemKinds.Other ? next.HasSection : next.Kind != FetchItemKinds.Other;
    }
}
