using ImapAsync;

namespace Quickstart;

/// <summary>Where the mail is.</summary>
internal interface IAccount : IAsyncDisposable
{
    /// <summary>The user and server, for the heading.</summary>
    string Title { get; }

    /// <summary>Whether messages may be appended and removed.</summary>
    bool MayWrite { get; }

    /// <summary>Opens a connection that is logged in; the caller disposes of it.</summary>
    Task<ImapConnection> ConnectAsync(CancellationToken cancellationToken);
}
