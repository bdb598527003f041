using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// Decides whether a response is about the mailbox that a command named, so that many such commands can be in progress
/// at once.
/// </summary>
internal readonly struct MailboxMatcher(MailboxName name)
{
    /// <summary>
    /// Whether both are the same mailbox, although the server may have written its name in another encoding.
    /// </summary>
    public bool Matches(MailboxName other) => name.IsInbox ? other.IsInbox : name.Value == other.Value;

    /// <summary>
    /// Reads the mailbox name that comes next, and compares it. A plain ASCII name allocates no string.
    /// </summary>
    /// <param name="reader">The reader, positioned after the name if that matches.</param>
    /// <param name="exact">
    /// Whether other spellings are left to other commands; see <see cref="UntaggedResponse.IsForExactMatch"/>.
    /// </param>
    public bool TryRead(ref ImapTokenReader reader, bool exact)
    {
        ImapTokenReader again = reader;
        if (reader.Peek() is not (ImapTokenKind.Atom or ImapTokenKind.Quoted or ImapTokenKind.Literal))
            return false;
        ReadOnlySpan<byte> octets = reader.Peek() == ImapTokenKind.Atom ? reader.ReadAtom() : reader.ReadString().Bytes;
        if (octets.IndexOf((byte)'&') < 0 && System.Text.Ascii.Equals(octets, name.Value))
            return true;

        reader = again;
        MailboxName read = reader.ReadMailbox();
        if (Matches(read) || (!exact && Spelling.AreAlike(name.Value, read.Value, reader.Utf8)))
            return true;
        reader = again;
        return !exact && TryReadUnquoted(ref reader);
    }

    /// <summary>
    /// The same for a name followed by a list; the name may be unquoted and contain spaces, also at its end.
    /// </summary>
    public bool TryReadBeforeList(ref ImapTokenReader reader, bool exact)
    {
        ImapTokenReader again = reader;
        if (TryRead(ref reader, exact) && reader.Peek() != ImapTokenKind.Atom)
            return !exact || !MailboxNameTokens.HasBlankBeforeList(again);

        reader = again;
        if (reader.Peek() != ImapTokenKind.Atom)
            return false;
        if (Matches(MailboxNameTokens.ReadBeforeList(ref reader, trim: false)))
            return true;
        reader = again;
        return !exact && Spelling.AreAlike(name.Value, MailboxNameTokens.ReadBeforeList(ref reader).Value, reader.Utf8);
    }

    /// <summary>The same for a name followed by one token or none.</summary>
    public bool TryReadBeforeLast(ref ImapTokenReader reader, bool exact)
    {
        if (reader.Peek() != ImapTokenKind.Atom)
            return TryRead(ref reader, exact);

        ReadOnlySpan<byte> rest = reader.Remaining.Trim((byte)' ');
        int last = rest.LastIndexOf((byte)' ');
        MailboxName read = MailboxName.FromServer(last < 0 ? rest : rest[..last], reader.Utf8);
        if (!Matches(read) && (exact || !Spelling.AreAlike(name.Value, read.Value, reader.Utf8)))
            return false;
        reader.ReadOctets(last < 0 ? rest.Length : last);
        return true;
    }

    // Exchange quotes no names: these octets followed by a space can be nothing else.
    private bool TryReadUnquoted(ref ImapTokenReader reader)
    {
        if (reader.Peek() != ImapTokenKind.Atom || !name.Value.Contains(' '))
            return false;
        return TryReadOctets(ref reader, utf8: false) || TryReadOctets(ref reader, utf8: true);
    }

    private bool TryReadOctets(ref ImapTokenReader reader, bool utf8)
    {
        byte[] written = new byte[name.GetMaxByteCount(utf8)];
        ReadOnlySpan<byte> octets = written.AsSpan(0, name.Encode(written, utf8));
        ReadOnlySpan<byte> rest = reader.Remaining.TrimStart((byte)' ');
        if (!rest.StartsWith(octets) || rest[octets.Length..] is not ([] or [(byte)' ', ..]))
            return false;
        reader.ReadOctets(octets.Length);
        return true;
    }
}
