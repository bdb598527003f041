namespace ImapAsync.Testing;

/// <summary>One message of an APPEND: flags, date, and the message.</summary>
internal static class AppendedMessage
{
    public static NewMessage Read(ClientSession session, Mailbox mailbox, ref ArgumentReader arguments)
    {
        FlagSet flags = FlagSet.Empty;
        DateTimeOffset date = session.Server.Store.Now;
        if (arguments.Next == '(')
        {
            flags = FlagRights.Filter(session, mailbox, arguments.FlagList());
            arguments.Space();
        }

        if (arguments.Next == '"')
        {
            date = ReadDate(ref arguments);
            arguments.Space();
        }

        bool isBinary = arguments.Next == '~';
        ReadOnlySpan<byte> octets = arguments.Literal();
        if (isBinary && !session.Server.Has("BINARY"))
            throw CommandRefusedException.Bad("A literal8 needs BINARY, which was not announced");
        if (!isBinary && octets.Contains((byte)0))
            throw CommandRefusedException.Bad("There is a NUL in the message: only a literal8 may have one (RFC 3516)");
        if (octets.IsEmpty)
            throw CommandRefusedException.No(code: null, "The message is empty");
        return new NewMessage(new MessageContent(octets.ToArray()), flags, date);
    }

    private static DateTimeOffset ReadDate(ref ArgumentReader arguments)
    {
        ReadOnlySpan<byte> text = arguments.String();
        return ImapDate.TryParse(text, out DateTimeOffset? date) && date is { } value && text.Length == ImapDate.DateTimeLength
            ? value
            : throw CommandRefusedException.Bad("The date is none: write it as in \"17-Jul-1996 02:44:25 -0700\"");
    }
}
