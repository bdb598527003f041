using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace ImapAsync;

/// <summary>The host's log and clock, for accounts whose options name no others.</summary>
internal sealed class HostServices(ILoggerFactory? log = null, TimeProvider? time = null)
    : IPostConfigureOptions<ImapClientOptions>
{
    public void PostConfigure(string? name, ImapClientOptions options)
    {
        ImapConnectionOptions connection = options.Connection;
        options.Connection = connection with
        {
            LoggerFactory = connection.LoggerFactory == NullLoggerFactory.Instance
                ? log ?? connection.LoggerFactory
                : connection.LoggerFactory,
            TimeProvider = OrHosts(connection.TimeProvider),
            Transport = connection.Transport with { TimeProvider = OrHosts(connection.Transport.TimeProvider) },
        };
    }

    private TimeProvider OrHosts(TimeProvider configured) =>
        configured == TimeProvider.System ? time ?? configured : configured;
}
