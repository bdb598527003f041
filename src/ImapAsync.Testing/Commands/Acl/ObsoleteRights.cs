namespace ImapAsync.Testing;

/// <summary>
/// The rights of RFC 2086, <c>c</c> and <c>d</c>, which stand for several each (RFC 4314 §2.1.1). Of the RFC's two
/// readings this is the one of its examples: x belongs to c.
/// </summary>
internal static class ObsoleteRights
{
    private const string Create = "kx";
    private const string Delete = "te";

    /// <summary>The rights that a client means.</summary>
    public static Rights Expand(Rights rights)
    {
        Rights expanded = rights - "cd";
        if (rights.Contains("c"))
            expanded += Create;
        return rights.Contains("d") ? expanded + Delete : expanded;
    }

    /// <summary>
    /// The rights as sent to a client, in a form that a client from the time of RFC 2086 understands.
    /// </summary>
    public static string Print(Rights rights)
    {
        if (rights.Contains("k") || rights.Contains("x"))
            rights += "c";
        if (rights.Contains("t") || rights.Contains("e"))
            rights += "d";
        return rights.ToString();
    }
}
