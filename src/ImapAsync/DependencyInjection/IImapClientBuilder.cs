using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ImapAsync;

/// <summary>
/// An account that was registered with <c>services.AddImapClient(…)</c>, to add what belongs to it.
/// </summary>
public interface IImapClientBuilder
{
    /// <summary>
    /// The account's name: the key of its service and the name of its options. Empty for the account without a name.
    /// </summary>
    string Name { get; }

    /// <summary>The services that the account is registered with.</summary>
    IServiceCollection Services { get; }

    /// <summary>
    /// The account's options, to set what a configuration cannot hold: <c>.Options.Configure&lt;MyTokens&gt;((options,
    /// tokens) => options.TokenProvider = tokens.GetAsync)</c>.
    /// </summary>
    OptionsBuilder<ImapClientOptions> Options { get; }
}
