using System.Diagnostics.CodeAnalysis;

namespace ImapAsync.Tests;

/// <summary>A listener that takes what is available, without waiting for more.</summary>
[SuppressMessage("Reliability", "CA2012:Use ValueTasks correctly", Justification = "It is kept until it is complete, and awaited once: a task made of it would be late.")]
internal sealed class UpdateReader
{
    private readonly IAsyncEnumerator<MailboxEvent> _events;
    private ValueTask<bool> _next;

    public UpdateReader(SelectedMailbox mailbox)
    {
        _events = mailbox.IdleAsync(CancellationToken.None).GetAsyncEnumerator(CancellationToken.None);
        _next = _events.MoveNextAsync();
    }

    public async ValueTask<IReadOnlyList<Told>> TakeAsync(Items kinds)
    {
        List<Told> told = [];
        while (_next.IsCompleted)
        {
            Assert.True(await _next);
            told.Add(await ReadAsync(_events.Current, kinds));
            _next = _events.MoveNextAsync();
        }

        return told;
    }

    private static async ValueTask<Told> ReadAsync(MailboxEvent happened, Items kinds)
    {
        switch (happened)
        {
            case MailboxEvent.Exists exists:
                return new Told(SaidKind.Exists, (uint)exists.Count);
            case MailboxEvent.Expunged expunged:
                return new Told(SaidKind.Expunge, expunged.Number.Value);
            case MailboxEvent.Vanished vanished:
                return new Told(vanished.Earlier ? SaidKind.VanishedEarlier : SaidKind.Vanished, (uint)vanished.Uids.Count, vanished.Uids.Min!.Value.Value);
            default:
                HeardMessage message = await MessageReader.ReadAsync(((MailboxEvent.Fetched)happened).Message, kinds);
                return new Told(SaidKind.Fetch, message.Number, Message: message);
        }
    }
}
