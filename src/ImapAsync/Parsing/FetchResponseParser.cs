using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// Reads FETCH responses (RFC 9051 §7.5.2). UID, FLAGS, INTERNALDATE, RFC822.SIZE and MODSEQ are read at once; of all other items only the octets are kept, and read when
/// they are asked for. Belongs to one read loop, since it remembers flags.
/// </summary>
internal sealed class FetchResponseParser
{
    private readonly FlagSetCache _flags = new();

    /// <summary>Indexes a FETCH response. Never throws: what cannot be read is an item of the message's Malformed.</summary>
    /// <param name="response">The response; the head of one that is cut at a streamed literal ends where the literal's item begins.</param>
    public FetchResponse Read(in UntaggedResponse response) =>
        new(response.Raw, ItemsStart(response.Raw, response.Arguments.Position), response.Number ?? 0, _flags);

    /// <summary>Indexes the items of a FETCH response that follow a streamed literal.</summary>
    public FetchResponse ReadMore(ReadOnlySpan<byte> piece) => new(piece, 0, 0, _flags);

    private static int ItemsStart(ReadOnlySpan<byte> octets, int position)
    {
        position = ValueScanner.SkipSpaces(octets, position);
        return position < octets.Length && octets[position] == '(' ? position + 1 : position;
    }
}
