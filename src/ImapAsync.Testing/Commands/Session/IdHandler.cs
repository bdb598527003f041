namespace ImapAsync.Testing;

/// <summary>ID (RFC 2971).</summary>
internal sealed class IdHandler() : CommandHandler("ID")
{
    private const int MaxFields = 30;

    public override IReadOnlyList<string> Capabilities => ["ID"];

    public override ValueTask<Reply> ExecuteAsync(
        ClientSession session, ReceivedCommand command, CancellationToken cancellationToken)
    {
        ArgumentReader arguments = command.Arguments();
        arguments.Space();
        if (session.Server.Faults.Has(ImapQuirk.EmptyIdIsBad) && arguments.Rest.SequenceEqual("()"u8))
            throw CommandRefusedException.Bad("Command Argument Error. 11");
        if (!arguments.TryWord("NIL"u8))
            ReadFields(ref arguments);
        arguments.End();
        session.HasSentId = true;
        session.Writer.Untagged("ID (\"name\" \"ImapAsync.Testing\" \"vendor\" \"ImapAsync\")"u8).End();
        return new(Reply.Ok("Pleased to meet you"));
    }

    private static void ReadFields(ref ArgumentReader arguments)
    {
        arguments.ListStart();
        for (int count = 0; !arguments.TryListEnd(); count++)
        {
            if (count > 0)
                arguments.Space();
            if (count >= MaxFields)
                throw CommandRefusedException.Bad($"No more than {MaxFields} fields (RFC 2971 §3.3)");
            _ = arguments.String();
            arguments.Space();
            _ = arguments.NString();
        }
    }
}
