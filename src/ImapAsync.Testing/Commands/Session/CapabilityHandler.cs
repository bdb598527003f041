namespace ImapAsync.Testing;

/// <summary>CAPABILITY (RFC 9051 §6.1.1).</summary>
internal sealed class CapabilityHandler() : CommandHandler("CAPABILITY")
{
    public override ValueTask<Reply> ExecuteAsync(
        ClientSession session, ReceivedCommand command, CancellationToken cancellationToken)
    {
        command.Arguments().End();
        session.Writer.Untagged("CAPABILITY "u8).Text(Greeting.CapabilityLine(session)).End();
        return new(Reply.Ok("Completed"));
    }
}
