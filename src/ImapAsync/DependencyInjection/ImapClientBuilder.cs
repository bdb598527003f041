using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ImapAsync;

/// <inheritdoc cref="IImapClientBuilder"/>
internal sealed class ImapClientBuilder(OptionsBuilder<ImapClientOptions> options) : IImapClientBuilder
{
    public string Name => options.Name;

    public IServiceCollection Services => options.Services;

    public OptionsBuilder<ImapClientOptions> Options => options;
}
