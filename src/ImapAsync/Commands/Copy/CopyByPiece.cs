namespace ImapAsync;

/// <summary>A COPY or MOVE of a set that is too long for one command.</summary>
internal sealed class CopyByPiece(IImapMailbox mailbox) : PieceByPiece<CopyResult>(mailbox)
{
    private readonly CopyUidData _data = new();
    private readonly RemovedMessages _removed = new();

    protected override void Add(CopyResult told)
    {
        if (_data.Add(told) is { } ofAnother)
            Malformed.Add(ofAnother);
        _removed.Add(told.Removed);
    }

    protected override CopyResult Build() => _data.Build(_removed.Build(), Malformed);
}
