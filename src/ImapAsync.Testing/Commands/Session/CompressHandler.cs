namespace ImapAsync.Testing;

/// <summary>COMPRESS (RFC 4978).</summary>
internal sealed class CompressHandler() : CommandHandler("COMPRESS")
{
    public override IReadOnlyList<string> Capabilities => ["COMPRESS=DEFLATE"];

    public override SessionStates States => SessionStates.WithUser;

    public override ValueTask<Reply> ExecuteAsync(
        ClientSession session, ReceivedCommand command, CancellationToken cancellationToken)
    {
        ArgumentReader arguments = command.Arguments();
        arguments.Space();
        string mechanism = arguments.Keyword();
        arguments.End();
        if (mechanism != "DEFLATE")
            throw CommandRefusedException.No(code: null, "DEFLATE is the only compression");
        if (session.Wire.IsCompressed)
            throw CommandRefusedException.No("COMPRESSIONACTIVE", "The connection is already compressed");
        session.Upgrade = _ =>
        {
            session.Wire.StartDeflate();
            return ValueTask.CompletedTask;
        };
        return new(Reply.Ok("Compressed from here on"));
    }
}
