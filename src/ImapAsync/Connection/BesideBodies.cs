using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// What stands beside the bodies of a FETCH response that is streamed, where others than its command are to know of it:
/// the flags of its message, mostly, which the body's being read has changed.
/// </summary>
internal struct BesideBodies
{
    private byte[]? _octets;

    /// <summary>The first body begins.</summary>
    public void Begin(StreamingCommand? owner, in UntaggedResponse head, ConnectionCore core)
    {
        bool isWanted = owner is not null
            && (owner is { Command: UidFetchCommand { IsPart: true } }
                || core.Session.Selections.Current?.Observers.Any == true);
        _octets = isWanted ? FetchResponseParser.Before(head) : null;
    }

    /// <summary>Another body begins.</summary>
    public void Continue(ReadOnlySpan<byte> part)
    {
        if (_octets is not null)
            _octets = [.. _octets, .. FetchResponseParser.Before(part)];
    }

    /// <summary>The response has ended: it says all else as one without bodies would.</summary>
    public void End(PendingCommand owner, ReadOnlySpan<byte> part, ConnectionCore core)
    {
        if (_octets is null)
            return;
        UntaggedResponse response = new([.. _octets, .. part], core.Options.Limits, core.Session.Utf8);
        _octets = null;
        bool isAnswer = !owner.IsUpdate(response);
        if (!isAnswer)
            core.Unclaimed(response);
        if (core.Session.Selections.Current?.Report(response, isAnswer) == true)
            core.Log.Damaged(response.Raw);
    }
}
