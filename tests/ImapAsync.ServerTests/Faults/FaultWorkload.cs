using System.Security.Cryptography;

namespace ImapAsync.ServerTests;

/// <summary>What one connection's tasks do, repeatedly, and what each answer must be. An answer to another command would differ.</summary>
internal sealed class FaultWorkload(ImapConnection connection, SelectedMailbox mailbox, int box, FaultFixture fixture, FaultLedger ledger)
{
    // No answer takes that long here: an await that does was never completed.
    private static readonly TimeSpan Forgotten = TimeSpan.FromMinutes(2);

    /// <summary>Does one random operation; false when the connection has ended.</summary>
    public async Task<bool> StepAsync(Random random)
    {
        int message = random.Next(FaultFixture.MessagesIn(box));
        int other = random.Next(4);
        using CancellationTokenSource cancel = new();
        Task step = random.Next(12) switch
        {
            0 => connection.NoopAsync(cancel.Token),
            1 => StatusAsync(other, cancel.Token),
            2 => ListAsync(other, cancel.Token),
            3 => SearchAsync(message, cancel.Token),
            4 => FetchHeaderAsync(message, cancel.Token),
            5 => FetchBodiesAsync(cancel.Token),
            6 or 7 => AppendAsync(random.Next(20) == 0 ? 300_000 : random.Next(3000), random.Next(3) == 0, cancel.Token),
            8 => AppendToNowhereAsync(cancel.Token),
            9 => StoreAsync(message, cancel.Token),
            10 => mailbox.CopyAsync(fixture.Uids[box][message], fixture.Copies, cancel.Token),
            _ => StatusOfNowhereAsync(cancel.Token),
        };
        if (random.Next(20) == 0)
            await cancel.CancelAsync();
        return await EndAsync(step);
    }

    private async Task<bool> EndAsync(Task step)
    {
        try
        {
            await step.WaitAsync(Forgotten);
            ledger.Count("answered");
            return true;
        }
        catch (ImapConnectionException lost)
        {
            ledger.Count(lost.Outcome.ToString());
            return false;
        }
        catch (OperationCanceledException)
        {
            ledger.Count("cancelled");
            return true;
        }
    }

    private async Task StatusAsync(int other, CancellationToken cancellationToken)
    {
        MailboxStatus status = await connection.StatusAsync(fixture.Box(other), StatusItems.Messages, cancellationToken);
        ledger.Check(status.Messages == FaultFixture.MessagesIn(other), $"STATUS of box {other} says {status.Messages}");
    }

    private async Task ListAsync(int other, CancellationToken cancellationToken)
    {
        IReadOnlyList<MailboxInfo> listed = await connection.ListAsync(fixture.Box(other), cancellationToken);
        ledger.Check(listed.Count == 1 && listed[0].Name.ToString() == fixture.Box(other), $"LIST of box {other} says {string.Join(", ", listed)}");
    }

    private async Task SearchAsync(int message, CancellationToken cancellationToken)
    {
        SearchResult hits = await mailbox.SearchAsync(SearchQuery.Header("X-Id", FaultFixture.IdIn(box, message)), cancellationToken);
        ledger.Check(hits.Uids.ToString() == fixture.Uids[box][message].ToString(), $"SEARCH for message {message} of box {box} says {hits.Uids}");
    }

    private async Task FetchHeaderAsync(int message, CancellationToken cancellationToken)
    {
        int count = 0;
        await foreach (FetchedMessage fetched in mailbox.FetchAsync(fixture.Uids[box][message], [FetchItem.Flags, FetchItem.Body(BodySection.HeaderFields("X-Id"))], cancellationToken))
        {
            count++;
            ledger.Check(fetched.Headers.Get("X-Id")?.Trim() == FaultFixture.IdIn(box, message), $"FETCH of message {message} of box {box} brings {fetched.Headers.Get("X-Id")}");
        }

        ledger.Check(count == 1, $"FETCH of one message brings {count}");
    }

    private async Task FetchBodiesAsync(CancellationToken cancellationToken)
    {
        HashSet<Uid> seen = [];
        await foreach (FetchedMessage fetched in mailbox.FetchAsync(UidSet.All, [FetchItem.Body()], cancellationToken))
        {
            int message = fixture.Uids[box].ToList().IndexOf(fetched.Uid);
            await using Stream body = fetched.OpenBody();
            byte[] hash = await SHA256.HashDataAsync(body, cancellationToken);
            ledger.Check(hash.AsSpan().SequenceEqual(SHA256.HashData(FaultFixture.MessageIn(box, message))), $"the body of message {message} of box {box} is another");
            ledger.Check(seen.Add(fetched.Uid), $"FETCH of box {box} brings message {message} twice");
        }

        ledger.Check(seen.Count == FaultFixture.MessagesIn(box), $"FETCH of box {box} brings {seen.Count} messages");
    }

    private async Task StoreAsync(int message, CancellationToken cancellationToken)
    {
        StoreResult<UidSet> stored = await mailbox.AddFlagsAsync(fixture.Uids[box][message], Flag.Answered, cancellationToken);
        ledger.Check(stored.Changed.All(changed => changed.Uid == fixture.Uids[box][message]), $"STORE of message {message} of box {box} tells of others");
    }

    private async Task AppendAsync(int octets, bool asStream, CancellationToken cancellationToken)
    {
        string id = ledger.NextId();
        byte[] message = FaultFixture.Message(id, octets);
        ImapLiteral literal = asStream ? ImapLiteral.From(new MemoryStream(message)) : message;
        await AppendAsync(id, fixture.Target, literal, message.Length, cancellationToken);
    }

    private async Task AppendToNowhereAsync(CancellationToken cancellationToken)
    {
        string id = ledger.NextId();
        byte[] message = FaultFixture.Message(id, 10);
        await AppendAsync(id, fixture.Prefix + FaultFixture.Missing, message, message.Length, cancellationToken);
    }

    // Whatever the client gets is recorded.
    private async Task AppendAsync(string id, string target, ImapLiteral literal, long size, CancellationToken cancellationToken)
    {
        try
        {
            await connection.AppendAsync(target, literal, cancellationToken: cancellationToken);
            ledger.Appended(id, "OK", size);
        }
        catch (ImapCommandException refusal)
        {
            ledger.Appended(id, "NO", size);
            ledger.Check(target != fixture.Target, $"APPEND was refused: {refusal.Message}");
        }
        catch (ImapConnectionException lost)
        {
            ledger.Appended(id, lost.Outcome.ToString(), size);
            throw;
        }
        catch (OperationCanceledException)
        {
            ledger.Appended(id, "cancelled", size);
            throw;
        }
    }

    private async Task StatusOfNowhereAsync(CancellationToken cancellationToken)
    {
        ImapResult<MailboxStatus> result = await connection.SendAsync(new StatusCommand(fixture.Prefix + FaultFixture.Missing, StatusItems.Messages), cancellationToken);
        ledger.Check(result.Status == ImapStatus.No, $"STATUS of a mailbox that is not there says {result}");
    }
}
