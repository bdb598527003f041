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
            Separate(session, ref arguments);
        }

        if (arguments.Next == '"')
        {
            date = ReadDate(session, ref arguments);
            Separate(session, ref arguments);
        }

        bool isBinary = arguments.Next == '~';
        ReadOnlySpan<byte> octets = arguments.Literal();
        if (isBinary && !session.Server.Has("BINARY"))
            throw CommandRefusedException.Bad("A literal8 needs BINARY, which was not announced");
        if (!isBinary && octets.Contains((byte)0))
            throw CommandRefusedException.Bad("There is a NUL in the message: only a literal8 may have one (RFC 3516)");
        if (octets.IsEmpty)
            throw CommandRefusedException.No(code: null, "The message is empty");
        return new NewMessage(new MessageContent(WithoutNul(octets)), flags, date);
    }

    /// <summary>
    /// Reads the space before the next argument. It may be missing before a literal if the server imitates one that
    /// allows that.
    /// </summary>
    public static void Separate(ClientSession session, ref ArgumentReader arguments)
    {
        bool isLiteral = arguments.Next is (byte)'{' or (byte)'~';
        if (!isLiteral || !session.Server.Faults.Has(ImapQuirk.NoSpaceBeforeLiteral))
            arguments.Space();
    }

    private static ReadOnlyMemory<byte> WithoutNul(ReadOnlySpan<byte> octets) => BinaryContent.Encode(octets.ToArray())
        ?? throw CommandRefusedException.No(
            "UNKNOWN-CTE", "There is a NUL outside the content of a part, where it cannot be encoded (RFC 3516 §4.4)");

    private static DateTimeOffset ReadDate(ClientSession session, ref ArgumentReader arguments)
    {
        ReadOnlySpan<byte> text = arguments.String();
        bool isWritten = DateShape.IsDateTime(text)
            || (DateShape.IsUnpaddedDateTime(text) && session.Server.Faults.Has(ImapQuirk.UnpaddedAppendDate));
        return isWritten && DateShape.HasZone(text)
            && ImapDate.TryParse(text, out DateTimeOffset? date) && date is { } value
            ? value
            : throw CommandRefusedException.Bad(
                "The date is not valid: write it as in \"17-Jul-1996 02:44:25 -0700\", a space for a missing digit");
    }
}
