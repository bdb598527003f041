namespace ImapAsync;

/// <summary>A UID EXPUNGE of a set that is too long for one command.</summary>
internal sealed class ExpungeByPiece(IImapMailbox mailbox) : PieceByPiece<ExpungeResult>(mailbox)
{
    private readonly RemovedMessages _removed = new();

    protected override void Add(ExpungeResult told) => _removed.Add(told);

    protected override ExpungeResult Build() => _removed.Build() with { Malformed = Malformed };
}
