namespace ImapAsync;

/// <summary>Counts the CR and LF that are not part of a CR LF pair, over octets that arrive in pieces.</summary>
internal struct CrLfCounter
{
    private long _bare;
    private bool _endsInCr;

    public void Add(ReadOnlySpan<byte> octets)
    {
        if (octets.IsEmpty)
            return;
        if (_endsInCr)
        {
            _endsInCr = false;
            if (octets[0] == '\n')
                octets = octets[1..];
            else
                _bare++;
        }

        for (int found; (found = octets.IndexOfAny("\r\n"u8)) >= 0;)
        {
            bool isCr = octets[found] == '\r';
            octets = octets[(found + 1)..];
            if (isCr && octets.IsEmpty)
                _endsInCr = true;
            else if (isCr && octets[0] == '\n')
                octets = octets[1..];
            else
                _bare++;
        }
    }

    /// <summary>The total count.</summary>
    public readonly long End() => _endsInCr ? _bare + 1 : _bare;
}
