namespace ImapAsync.Testing;

/// <summary>STARTTLS (RFC 9051 §6.2.1). The OK is the last response in the clear.</summary>
internal sealed class StartTlsHandler() : CommandHandler("STARTTLS")
{
    public override SessionStates States => SessionStates.NotAuthenticated;

    public override IReadOnlyList<string> Capabilities => ["STARTTLS"];

    public override async ValueTask<Reply> ExecuteAsync(
        ClientSession session, ReceivedCommand command, CancellationToken cancellationToken)
    {
        command.Arguments().End();
        if (session.Wire.IsTls)
            throw CommandRefusedException.Bad("TLS has already been started");
        session.Upgrade = session.StartTlsAsync;
        return Reply.Ok("Begin TLS now");
    }
}
