namespace ImapAsync.Extensibility;

/// <summary>A string in place in a response: its octets are copied only on demand.</summary>
public readonly ref struct ImapString
{
    private readonly ReadOnlySpan<byte> _raw;
    private readonly bool _escaped;
    private readonly bool _present;

    internal ImapString(ReadOnlySpan<byte> raw, bool escaped)
    {
        _raw = raw;
        _escaped = escaped;
        _present = true;
    }

    /// <summary>Whether the server sent NIL.</summary>
    public bool IsNil => !_present;

    /// <summary>
    /// The octets, with the backslashes of a quoted string removed (which copies; without backslashes nothing is
    /// copied). Empty for NIL.
    /// </summary>
    public ReadOnlySpan<byte> Bytes
    {
        get
        {
            if (!_escaped)
                return _raw;
            byte[] copy = new byte[_raw.Length];
            return copy.AsSpan(0, QuotedToken.Unescape(_raw, copy));
        }
    }

    /// <summary>The text, or null for NIL: UTF-8 or, failing that, Latin-1.</summary>
    public string? ToText() => IsNil ? null : WireText.Decode(Bytes);

    /// <summary>The text, empty for NIL.</summary>
    public override string ToString() => ToText() ?? "";

    /// <summary>Whether the octets equal <paramref name="word"/>, ignoring case.</summary>
    public bool Is(ReadOnlySpan<byte> word) => _present && Ascii.EqualsIgnoreCase(Bytes, word);
}
