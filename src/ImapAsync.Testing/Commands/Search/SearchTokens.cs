using ImapAsync.Extensibility;

namespace ImapAsync.Testing;

/// <summary>What SEARCH, SORT and THREAD read their keys with.</summary>
internal static class SearchTokens
{
    public static ImapTokenReader Of(ClientSession session, ArgumentReader arguments)
    {
        SearchSpacing.Check(arguments.Rest);
        return new ImapTokenReader(arguments.Rest, session.Server.Options.Limits.MaxNesting);
    }
}
