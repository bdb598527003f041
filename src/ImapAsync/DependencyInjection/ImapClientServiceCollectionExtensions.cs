using ImapAsync;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>
/// Registers <see cref="IImapClient"/>. The options are validated when the host starts, and everything that is wrong
/// with them is reported at once. The host's logger factory is used, and its <see cref="TimeProvider"/> if there is
/// one.
/// </summary>
public static class ImapClientServiceCollectionExtensions
{
    /// <summary>Registers an account, to be injected as <see cref="IImapClient"/>.</summary>
    /// <param name="services">The service collection.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>
    /// The account, for further configuration: <c>.Options.Configure&lt;MyTokens&gt;((options, tokens) =>
    /// options.TokenProvider = tokens.GetAsync)</c>.
    /// </returns>
    public static IImapClientBuilder AddImapClient(
        this IServiceCollection services, Action<ImapClientOptions> configure) =>
        AddClient(services, Options.Options.DefaultName, configure);

    /// <summary>
    /// Registers an account described by the configuration, to be injected as <see cref="IImapClient"/>. A change of
    /// the configuration applies to connections made after it.
    /// </summary>
    /// <param name="services">The service collection.</param>
    /// <param name="section">
    /// The section, whose keys are the names of <see cref="ImapClientOptions"/>' properties: <c>Host</c>,
    /// <c>UserName</c>, <c>Connection:SilenceTimeout</c>, …
    /// </param>
    /// <returns>The account, for options that a configuration cannot hold, such as a token provider.</returns>
    public static IImapClientBuilder AddImapClient(
        this IServiceCollection services, IConfiguration section) =>
        AddClient(services, Options.Options.DefaultName, section);

    /// <summary>Registers a named account, to be injected as <c>[FromKeyedServices("name")] IImapClient</c>.</summary>
    /// <param name="services">The service collection.</param>
    /// <param name="name">The name: the key of the service and the name of the options.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The account, for further configuration.</returns>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public static IImapClientBuilder AddImapClient(
        this IServiceCollection services, string name, Action<ImapClientOptions> configure)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return AddClient(services, name, configure);
    }

    /// <summary>
    /// Registers a named account described by the configuration, to be injected as <c>[FromKeyedServices("name")]
    /// IImapClient</c>.
    /// </summary>
    /// <param name="services">The service collection.</param>
    /// <param name="name">The name: the key of the service and the name of the options.</param>
    /// <param name="section">
    /// The section, whose keys are the names of <see cref="ImapClientOptions"/>' properties.
    /// </param>
    /// <returns>The account, for options that a configuration cannot hold, such as a token provider.</returns>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public static IImapClientBuilder AddImapClient(
        this IServiceCollection services, string name, IConfiguration section)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return AddClient(services, name, section);
    }

    private static ImapClientBuilder AddClient(
        IServiceCollection services, string name, Action<ImapClientOptions> configure) =>
        new(AddClient(services, name).Configure(configure));

    private static ImapClientBuilder AddClient(IServiceCollection services, string name, IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(section);
        OptionsBuilder<ImapClientOptions> options = AddClient(services, name);
        services.AddSingleton<IOptionsChangeTokenSource<ImapClientOptions>>(new SectionChanges(name, section));
        return new ImapClientBuilder(options.Configure(read => ClientConfiguration.Read(section, read)));
    }

    private static OptionsBuilder<ImapClientOptions> AddClient(IServiceCollection services, string name)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddEnumerable(
            ServiceDescriptor.Singleton<IPostConfigureOptions<ImapClientOptions>, HostServices>());
        services.TryAddEnumerable(
            ServiceDescriptor.Singleton<IValidateOptions<ImapClientOptions>, ClientOptionsValidator>());
        if (name == Options.Options.DefaultName)
            services.TryAddSingleton<IImapClient>(static provider => Create(provider, Options.Options.DefaultName));
        else
            services.TryAddKeyedSingleton<IImapClient>(name, static (provider, key) => Create(provider, (string)key!));
        return services.AddOptions<ImapClientOptions>(name).ValidateOnStart();
    }

    private static ImapClient Create(IServiceProvider provider, string name)
    {
        IOptionsMonitor<ImapClientOptions> options = provider.GetRequiredService<IOptionsMonitor<ImapClientOptions>>();
        return new ImapClient(() => options.Get(name));
    }
}
