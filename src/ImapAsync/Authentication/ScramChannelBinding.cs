using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>The GS2 flag and the data that bind a SCRAM exchange to its TLS connection (RFC 5802 §6).</summary>
internal readonly record struct ScramChannelBinding(string Flag, ReadOnlyMemory<byte> Data)
{
    // RFC 5802 §6.1 makes tls-unique the default; RFC 9266 replaces it with tls-exporter where available.
    private static readonly string[] Types = ["tls-exporter", "tls-unique", "tls-server-end-point"];

    /// <summary>
    /// The binding of a <c>-PLUS</c> mechanism, or <see langword="null"/> if the connection has none.
    /// </summary>
    public static ScramChannelBinding? Required(SaslContext context, string? type)
    {
        foreach (string candidate in type is null ? Types : [type])
        {
            if (context.ChannelBinding(candidate) is { Length: > 0 } data)
                return new($"p={candidate}", data);
        }

        return null;
    }

    /// <summary>
    /// The flag of a mechanism without <c>-PLUS</c>. <c>y</c>: the client would have used a binding had the server
    /// offered one, which lets the server detect that an attacker trimmed its offer. <c>n</c>: no statement, also when
    /// it is unknown what the server offers.
    /// </summary>
    public static ScramChannelBinding NotUsed(SaslContext context)
    {
        bool isMissed = context.OfferedMechanisms is { } offered && !OffersBinding(offered)
            && Required(context, type: null) is not null;
        return new(isMissed ? "y" : "n", default);
    }

    /// <summary>
    /// Whether the connection has a binding type that a server with <c>-PLUS</c> must support: <c>tls-unique</c>
    /// (RFC 5802 §6.1) or, for TLS 1.3, <c>tls-exporter</c> (RFC 9266). <c>tls-server-end-point</c> does not count:
    /// Cyrus refuses it, so it is used only on request.
    /// </summary>
    public static bool IsCommon(SaslContext context)
        => Required(context, "tls-exporter") is not null || Required(context, "tls-unique") is not null;

    private static bool OffersBinding(IReadOnlyCollection<string> mechanisms)
    {
        foreach (string mechanism in mechanisms)
        {
            if (mechanism.EndsWith("-PLUS", StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
