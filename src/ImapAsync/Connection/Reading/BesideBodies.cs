using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// The content of a streamed FETCH response besides its bodies, which others than its command are to know: usually the
/// flags of its message, changed because the body was read.
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
    /// The response has ended: apart from the bodies, it reads like any other response. Returns its octets without the
    /// bodies; null if they are not needed.
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
