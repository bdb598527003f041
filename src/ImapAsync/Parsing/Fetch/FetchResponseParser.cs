using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// Reads FETCH responses (RFC 9051 §7.5.2). UID, FLAGS, INTERNALDATE, RFC822.SIZE and MODSEQ are read at once; of all
/// other items only the octets are kept, and read on access. Never throws: unreadable items are listed in the message's
/// Malformed.
/// </summary>
internal static class FetchResponseParser
{
    /// <summary>Indexes a FETCH response.</summary>
    public static FetchResponse Read(scoped in UntaggedResponse response)
    {
        FetchResponse fetch = ReadHead(response);
        if (IsOpened(response))
            fetch.RequireEnd();
        return fetch;
    }

    /// <summary>
    /// Indexes the head of a response that is cut at a streamed literal: it ends where the literal's item begins.
    /// </summary>
    public static FetchResponse ReadHead(scoped in UntaggedResponse head) =>
        new(
            head.Raw, FetchItemReader.FirstStart(head.Raw, head.Arguments.Position), head.Number ?? 0,
            FlagSetCache.OfThread);

    /// <summary>The UID before the streamed literal that continues a response; 0 if there is none.</summary>
    public static uint UidBefore(scoped in UntaggedResponse head)
    {
        StreamedLiteralFinder finder = StreamedLiteralFinder.Start;
        return finder.TryFind(head.Raw, BodySectionCache.OfThread, out StreamedLiteral found)
            ? Read(head.UpTo(found.ItemStart)).Uid
            : 0;
    }

    /// <summary>The octets before the item whose streamed literal continues a response.</summary>
    public static byte[] Before(scoped in UntaggedResponse head)
    {
        StreamedLiteralFinder finder = StreamedLiteralFinder.Start;
        bool isFound = finder.TryFind(head.Raw, BodySectionCache.OfThread, out StreamedLiteral found);
        return isFound ? head.Raw[..found.ItemStart].ToArray() : [];
    }

    /// <summary>The same for what follows a streamed literal.</summary>
    public static ReadOnlySpan<byte> Before(ReadOnlySpan<byte> part)
    {
        StreamedLiteralFinder finder = StreamedLiteralFinder.Continue;
        bool isFound = finder.TryFind(part, BodySectionCache.OfThread, out StreamedLiteral found);
        return isFound ? part[..found.ItemStart] : part;
    }

    /// <summary>Indexes the items of a FETCH response that follow a streamed literal.</summary>
    /// <param name="piece">The octets that follow.</param>
    /// <param name="endsOpened">Whether it is the end of a response that began with a parenthesis.</param>
    public static FetchResponse ReadMore(ReadOnlySpan<byte> piece, bool endsOpened = false)
    {
        FetchResponse fetch = new(piece, 0, 0, FlagSetCache.OfThread, isBehindLiteral: true);
        if (endsOpened)
            fetch.RequireEnd();
        return fetch;
    }

    /// <summary>Whether the items are in parentheses.</summary>
    public static bool IsOpened(in UntaggedResponse response)
    {
        int position = ValueScanner.SkipSpaces(response.Raw, response.Arguments.Position);
        return position < response.Raw.Length && response.Raw[position] == '(';
    }
}
