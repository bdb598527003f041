using System.Security.Cryptography.X509Certificates;

namespace ImapAsync.Testing;

/// <summary>What all sessions of a server share.</summary>
internal sealed class ServerContext(
    ImapTestServerOptions options, MailStore store, ServerFaults faults, CommandLog commands, CommandTable table,
    Lazy<X509Certificate2> certificate)
{
    public ImapTestServerOptions Options { get; } = options;

    public MailStore Store { get; } = store;

    public ServerFaults Faults { get; } = faults;

    public CommandLog Commands { get; } = commands;

    public CommandTable Table { get; } = table;

    public Lazy<X509Certificate2> Certificate { get; } = certificate;

    public TimeProvider Clock => Options.TimeProvider;

    public bool Has(string capability) => Options.Capabilities.Contains(capability);
}
