namespace ImapAsync.Testing;

/// <summary>The search keys for a message's size in octets (RFC 9051 §6.4.4).</summary>
internal static class SizeKeys
{
    /// <summary>Null if it is not such a key.</summary>
    public static SearchCriterion? Read(string key, ref SearchArgumentReader arguments)
    {
        if (key is not ("LARGER" or "SMALLER"))
            return null;
        ulong octets = arguments.ReadNumber("a number of octets");
        return key == "LARGER"
            ? subject => (ulong)subject.Message.Octets.Length > octets
            : subject => (ulong)subject.Message.Octets.Length < octets;
    }
}
