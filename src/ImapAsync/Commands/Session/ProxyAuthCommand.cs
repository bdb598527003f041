using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// Acts for another user from now on, as an administrator of a Netscape or Oracle server (PROXYAUTH). Other servers use
/// SASL's authorisation identity for that.
/// </summary>
public sealed record ProxyAuthCommand : ImapCommand<ImapNothing>
{
    /// <summary>Creates the command.</summary>
    /// <param name="user">The user to act for.</param>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public ProxyAuthCommand(string user)
        : base("PROXYAUTH")
    {
        ArgumentException.ThrowIfNullOrEmpty(user);
        User = user;
    }

    /// <summary>The user to act for.</summary>
    public string User { get; }

    /// <inheritdoc/>
    /// <remarks>No document defines a capability for it.</remarks>
    protected internal override string? DefinedBy => null;

    /// <inheritdoc/>
    protected internal override CommandTraits Traits => CommandTraits.Exclusive;

    /// <inheritdoc/>
    protected internal override void WriteArguments(CommandEncoder encoder) => encoder.AString(User);

    /// <inheritdoc/>
    protected internal override ResponseCollector<ImapNothing> CreateCollector() => NothingCollector.Instance;
}
