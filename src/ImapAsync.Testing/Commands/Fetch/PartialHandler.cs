namespace ImapAsync.Testing;

/// <summary>
/// PARTIAL (RFC 1730 §6.4.6): a range of the octets of RFC822, RFC822.HEADER, RFC822.TEXT or BODY[…], counted from 1.
/// </summary>
internal sealed class PartialHandler() : MailStoreHandler("PARTIAL")
{
    public override SessionStates States => SessionStates.Selected;

    public override bool PermitsExpunge(ReceivedCommand command) => false;

    protected override Reply Execute(ClientSession session, ReceivedCommand command)
    {
        ArgumentReader arguments = command.Arguments();
        arguments.Space();
        uint number = arguments.Number32();
        arguments.Space();
        int start = arguments.Position;
        FetchItemRequest item = FetchItemReader.ReadOne(session, ref arguments);
        string name = System.Text.Encoding.ASCII.GetString(command.Octets.Span[start..arguments.Position]);
        arguments.Space();
        long first = arguments.Number();
        arguments.Space();
        long count = arguments.Number();
        arguments.End();
        if (number == 0 || number > session.View.Messages.Count)
            throw CommandRefusedException.Bad($"There are only {session.View.Messages.Count} messages");
        if (first == 0 || item.Offset is not null)
            throw CommandRefusedException.Bad("Octets are counted from 1");

        Write(session, session.View.Messages[(int)number - 1], item, name, first, count);
        return Reply.Ok("Fetched");
    }

    private static void Write(
        ClientSession session, MessageEntry message, FetchItemRequest item, string name, long first, long count)
    {
        ReadOnlyMemory<byte>? octets = item.Kind switch
        {
            FetchItemKind.Rfc822 => message.Octets,
            FetchItemKind.Rfc822Header => SectionWriter.Read(message, BodySection.Header),
            FetchItemKind.Rfc822Text => SectionWriter.Read(message, BodySection.Text),
            FetchItemKind.Section => SectionWriter.Read(message, item.Section!),
            _ => throw CommandRefusedException.Bad($"{name} cannot be fetched in part"),
        };
        if (!item.Peeks)
            SeenMark.TrySet(session, message);
        ResponseWriter writer = session.Writer.Untagged(message.SequenceNumber, "FETCH ("u8)
            .Text(name.Replace(".PEEK", "", StringComparison.OrdinalIgnoreCase)).Space();
        SectionWriter.WriteString(
            writer, octets is { } all ? SectionWriter.Slice(all, first - 1, count) : (ReadOnlyMemory<byte>?)null);
        writer.Raw(")"u8).End();
    }
}
