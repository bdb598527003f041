using System.Text;

namespace ImapAsync.Testing;

/// <summary>The value of an entry (RFC 5464 §5): a string, a literal8 or NIL.</summary>
internal static class EntryValue
{
    /// <summary>Reads the value; null for NIL. An atom is accepted if the server imitates one that does so.</summary>
    public static byte[]? Read(ClientSession session, ref ArgumentReader arguments)
    {
        bool isString = arguments.Next is (byte)'"' or (byte)'{' or (byte)'~' || arguments.IsNext("NIL"u8);
        if (isString || !session.Server.Faults.Has(ImapQuirk.AtomsForValues))
            return arguments.NString();
        return Encoding.ASCII.GetBytes(arguments.Atom());
    }
}
