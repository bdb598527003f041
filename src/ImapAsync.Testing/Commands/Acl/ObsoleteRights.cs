namespace ImapAsync.Testing;

/// <summary>
/// The rights of RFC 2086, <c>c</c> and <c>d</c>, which stand for several each (RFC 4314 §2.1.1). Of the two readings
/// that the RFC has this is the one of its examples: x belongs to c.
/// </summary>
internal static class ObsoleteRights
{
    private const string Create = "kx";
    private const string Delete = "te";

    /// <summary>What a client means.</summary>
    public static Rights Expand(Rights rights)
    {
        Rights expanded = rights - "cd";
        if (rights.Has("c"))
            expanded += Create;
        return rights.Has("d") ? expanded + Delete : expanded;
    }

    /// <summary>What a client is told, so that one of the time of RFC 2086 understands it.</summary>
    public static string Print(Rights rights)
    {
        if (rights.Has("k") || rights.Has("x"))
            rights += "c";
        if (rights.Has("t") || rights.Has("e"))
            rights += "d";
        return rights.ToString();
    }
}
