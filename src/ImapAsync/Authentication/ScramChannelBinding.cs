using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>The GS2 flag and the data that bind a SCRAM exchange to its TLS connection (RFC 5802 §6).</summary>
internal readonly record struct ScramChannelBinding(string Flag, ReadOnlyMemory<byte> Data)
{
    // RFC 5802 §6.1 makes tls-unique the default; RFC 9266 replaces it by tls-exporter where that is to be had.
    private static readonly string[] Types = ["tls-exporter", "tls-unique", "tls-server-end-point"];

    /// <summary>
    /// The binding of a <c>-PLUS</c> mechanism, or <see langword="null"/> where the connection has none.
    /// </summary>
    public static ScramChannelBinding? Required(SaslContext context, string? type)
    {
        foreach (var candidate in type is null ? Types : [type])
        {
            if (context.ChannelBinding(candidate) is { Length: > 0 } data)
                return new($"p={candidate}", data);
        }

        return null;
    }

    /// <summary>
    /// The flag of a mechanism without <c>-PLUS</c>: <c>y</c> says that it would have been used, had the server offered
    /// it, so that a server whose offer an attacker cut down notices; <c>n</c> says nothing, also where it is not known
    /// what the server offers.
    /// </summary>
    public static ScramChannelBinding NotUsed(SaslContext context)
    {
        var isMissed = context.OfferedMechanisms is { } offered && !OffersBinding(offered)
            && Required(context, type: null) is not null;
        return new(isMissed ? "y" : "n", default);
    }

    /// <summary>
    /// Whether the connection has a type that a server with <c>-PLUS</c> has to have: <c>tls-unique</c> (RFC 5802 §6.1)
    /// or, for TLS 1.3, <c>tls-exporter</c> (RFC 9266). Not so <c>tls-server-end-point</c>: Cyrus refuses it, so it is
    /// for those who ask for it.
    /// </summary>
    public static bool IsCommon(SaslContext context)
        => Required(context, "tls-exporter") is not null || Required(context, "tls-unique") is not null;

    private static bool OffersBinding(IReadOnlyCollection<string> mechanisms)
    {
        foreach (var mechanism in mechanisms)
        {
            if (mechanism.EndsWith("-PLUS", StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
