using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace ImapAsync;

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
    /// A builder for further configuration of the options: <c>.Configure&lt;MyTokens&gt;((options, tokens) =>
    /// options.TokenProvider = tokens.GetAsync)</c>.
    /// </returns>
    public static OptionsBuilder<ImapClientOptions> AddImapClient(
        this IServiceCollection services, Action<ImapClientOptions> configure) =>
        AddClient(services, Options.DefaultName).Configure(configure);

    /// <summary>
    /// Registers an account described by the configuration, to be injected as <see cref="IImapClient"/>. A change of
    /// the configuration applies to connections made after it.
    /// </summary>
    /// <param name="services">The service collection.</param>
    /// <param name="section">
    /// The section, whose keys are the names of <see cref="ImapClientOptions"/>' properties: <c>Host</c>,
    /// <c>UserName</c>, <c>Connection:SilenceTimeout</c>, …
    /// </param>
    /// <returns>A builder for options that a configuration cannot hold, such as a token provider.</returns>
    public static OptionsBuilder<ImapClientOptions> AddImapClient(
        this IServiceCollection services, IConfiguration section) =>
        AddClient(services, Options.DefaultName).Bind(section);

    /// <summary>Registers a named account, to be injected as <c>[FromKeyedServices("name")] IImapClient</c>.</summary>
    /// <param name="services">The service collection.</param>
    /// <param name="name">The name: the key of the service and the name of the options.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>A builder for further configuration of the options.</returns>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public static OptionsBuilder<ImapClientOptions> AddImapClient(
        this IServiceCollection services, string name, Action<ImapClientOptions> configure)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return AddClient(services, name).Configure(configure);
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
    /// <returns>A builder for options that a configuration cannot hold, such as a token provider.</returns>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public static OptionsBuilder<ImapClientOptions> AddImapClient(
        this IServiceCollection services, string name, IConfiguration section)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return AddClient(services, name).Bind(section);
    }

    private static OptionsBuilder<ImapClientOptions> AddClient(IServiceCollection services, string name)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddEnumerable(
            ServiceDescriptor.Singleton<IPostConfigureOptions<ImapClientOptions>, HostServices>());
        services.TryAddEnumerable(
            ServiceDescriptor.Singleton<IValidateOptions<ImapClientOptions>, ClientOptionsValidator>());
        if (name == Options.DefaultName)
            services.TryAddSingleton<IImapClient>(static provider => Create(provider, Options.DefaultName));
        else
            services.TryAddKeyedSingleton<IImapClient>(name, static (provider, key) => Create(provider, (string)key!));
        return services.AddOptions<ImapClientOptions>(name).ValidateOnStart();
    }

    private static OptionsBuilder<ImapClientOptions> Bind(
        this OptionsBuilder<ImapClientOptions> builder, IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(section);
        builder.Services.AddSingleton<IOptionsChangeTokenSource<ImapClientOptions>>(
            new SectionChanges(builder.Name, section));
        return builder.Configure(options => ClientConfiguration.Read(section, options));
    }

    private static ImapClient Create(IServiceProvider provider, string name)
    {
        IOptionsMonitor<ImapClientOptions> options = provider.GetRequiredService<IOptionsMonitor<ImapClientOptions>>();
        return new ImapClient(() => options.Get(name));
    }
}
