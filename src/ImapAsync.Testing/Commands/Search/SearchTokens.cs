using ImapAsync.Extensibility;

namespace ImapAsync.Testing;

/// <summary>Reads the search keys of SEARCH, SORT and THREAD.</summary>
internal static class SearchTokens
{
    public static ImapTokenReader Of(ClientSession session, ArgumentReader arguments)
    {
        SearchSpacing.Check(arguments.Rest);
        return new ImapTokenReader(arguments.Rest, session.Server.Options.Limits.MaxNesting);
    }
}
