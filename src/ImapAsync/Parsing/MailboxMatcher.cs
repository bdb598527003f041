using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>Tells whether a response is about the mailbox that a command named, so that many such commands can be in progress at once.</summary>
internal readonly struct MailboxMatcher(MailboxName name)
{
    /// <summary>The name as the command has it.</summary>
    public MailboxName Name => name;

    /// <summary>Whether both are one mailbox, though the server may have written its name in another encoding.</summary>
    public bool Matches(MailboxName other) => name.IsInbox ? other.IsInbox : name.Value == other.Value;

    /// <summary>Reads the mailbox name that stands next, and compares it. A name of plain ASCII makes no string.</summary>
    public bool TryRead(ref ImapTokenReader reader)
    {
        ImapTokenReader again = reader;
        if (reader.Peek() is not (ImapTokenKind.Atom or ImapTokenKind.Quoted or ImapTokenKind.Literal))
            return false;
        ReadOnlySpan<byte> octets = reader.Peek() == ImapTokenKind.Atom ? reader.ReadAtom() : reader.ReadString().Bytes;
        if (octets.IndexOf((byte)'&') < 0 && System.Text.Ascii.Equals(octets, name.Value))
            return true;

        reader = again;
        return Matches(reader.ReadMailbox());
    }

    /// <summary>Reads the mailbox name that stands next before a list, and compares it; it may have spaces and no quotes.</summary>
    public bool TryReadBeforeList(ref ImapTokenReader reader)
    {
        ImapTokenReader again = reader;
        if (TryRead(ref reader) && reader.Peek() != ImapTokenKind.Atom)
            return true;

        reader = again;
        return reader.Peek() == ImapTokenKind.Atom && Matches(MailboxNameTokens.ReadBeforeList(ref reader));
    }
}
