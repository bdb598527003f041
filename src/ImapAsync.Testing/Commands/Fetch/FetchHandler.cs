namespace ImapAsync.Testing;

/// <summary>
/// FETCH (RFC 9051 §6.4.5), with CHANGEDSINCE and VANISHED (RFC 7162). Large items are sent in pieces, so that a whole
/// mailbox is never in memory twice.
/// </summary>
internal sealed class FetchHandler() : CommandHandler("FETCH")
{
    private const int FlushFrom = 256 * 1024;

    public override SessionStates States => SessionStates.Selected;

    public override UidForm UidForm => UidForm.Both;

    public override bool PermitsExpunge(ReceivedCommand command) => command.IsUid;

    public override ValueTask<Reply> ExecuteAsync(
        ClientSession session, ReceivedCommand command, CancellationToken cancellationToken)
    {
        FetchRequest request;
        lock (session.Server.Store.Gate)
        {
            request = FetchRequest.Read(session, command);
            if (request.IsVanishedWanted)
                QResyncAnswer.WriteVanished(session, session.View.Mailbox, request.ChangedSince!.Value, request.Uids);
        }

        return SendAsync(session, request, cancellationToken);
    }

    public static async ValueTask<Reply> SendAsync(
        ClientSession session, FetchRequest request, CancellationToken cancellationToken)
    {
        string? failure = null;
        foreach (MessageEntry message in request.Messages)
        {
            lock (session.Server.Store.Gate)
                failure = WriteOne(session, request, message) ?? failure;
            if (session.Writer.Length >= FlushFrom)
                await session.Output.FlushAsync(cancellationToken).ConfigureAwait(false);
        }

        return failure is null ? Reply.Ok("Fetched") : Reply.No("UNKNOWN-CTE", failure);
    }

    // A message that cannot be decoded does not hold back the others.
    private static string? WriteOne(ClientSession session, FetchRequest request, MessageEntry message)
    {
        bool isSeenNow = request.MakesSeen && SeenMark.TrySet(session, message);
        try
        {
            FetchWriter.Write(session, message, isSeenNow ? request.ItemsWithFlags : request.Items);
            return null;
        }
        catch (CommandRefusedException refusal) when (refusal.Code == "UNKNOWN-CTE")
        {
            return refusal.Message;
        }
    }
}
