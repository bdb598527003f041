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
    public void Begin(StreamingCommand? owner, in UntaggedResponse head, MailboxSelection? selection)
    {
        bool isWanted = owner is not null
            && (owner.Command is UidFetchCommand { IsPart: true } || selection?.Observers.Any == true);
        _octets = isWanted ? FetchResponseParser.Before(head) : null;
    }

    /// <summary>Another body begins.</summary>
    public void Continue(ReadOnlySpan<byte> part)
    {
        if (_octets is not null)
            _octets = [.. _octets, .. FetchResponseParser.Before(part)];
    }

    /// <summary>
    /// The response has ended: it says all else as one without bodies would. Returns its octets without them; null
    /// where nobody is to know of them.
    /// </summary>
    public byte[]? End(ReadOnlySpan<byte> part)
    {
        if (_octets is null)
            return null;
        byte[] response = [.. _octets, .. part];
        _octets = null;
        return response;
    }
}
