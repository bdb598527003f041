namespace ImapAsync.Extensibility;

/// <summary>A string of a response where it stands: its octets are not copied until they are asked for.</summary>
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
    /// The octets, with backslashes of a quoted string removed (that copies; without backslashes nothing is copied).
    /// Empty for NIL.
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

    /// <summary>The text, or null for NIL: UTF-8, and where that fails Latin-1.</summary>
    public string? ToText() => IsNil ? null : WireText.Decode(Bytes);

    /// <summary>The text, empty for NIL.</summary>
    public override string ToString() => ToText() ?? "";

    /// <summary>Whether the octets are those of <paramref name="word"/>, in any case.</summary>
    public bool Is(ReadOnlySpan<byte> word) => _present && Ascii.EqualsIgnoreCase(Bytes, word);
}
