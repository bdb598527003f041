using System.Collections.Frozen;

namespace ImapAsync;

/// <summary>
/// Response codes whose bracket is never closed. They are recognised by name (RFC 9051 §7.1 and the registry of
/// response codes): anything else after a bracket is text.
/// </summary>
internal static class UnclosedCode
{
    private const int LongestName = 20;

    private static readonly FrozenSet<string> WithArguments = Names(
        "ANNOTATE", "ANNOTATIONS", "APPENDUID", "BADCHARSET", "BADEVENT", "BADURL", "CAPABILITY", "COPYUID",
        "HIGHESTMODSEQ", "INPROGRESS", "MAILBOXID", "MAXCONVERTMESSAGES", "MAXCONVERTPARTS", "MESSAGELIMIT", "METADATA",
        "MODIFIED", "NEWNAME", "NOUPDATE", "PERMANENTFLAGS", "REFERRAL", "UIDNEXT", "UIDVALIDITY", "UNDEFINED-FILTER",
        "UNSEEN", "URLMECH");

    private static readonly FrozenSet<string> WithoutArguments = Names(
        "ALERT", "ALREADYEXISTS", "AUTHENTICATIONFAILED", "AUTHORIZATIONFAILED", "BADCOMPARATOR", "CANNOT", "CLIENTBUG",
        "CLOSED", "COMPRESSIONACTIVE", "CONTACTADMIN", "CORRUPTION", "EXPIRED", "EXPUNGEISSUED", "HASCHILDREN", "INUSE",
        "LIMIT", "NOMODSEQ", "NONEXISTENT", "NOPERM", "NOTIFICATIONOVERFLOW", "NOTSAVED", "OVERQUOTA", "PARSE",
        "PRIVACYREQUIRED", "READ-ONLY", "READ-WRITE", "SERVERBUG", "TEMPFAIL", "THROTTLED", "TOOBIG", "TRYCREATE",
        "UIDNOTSTICKY", "UIDREQUIRED", "UNAVAILABLE", "UNKNOWN-CTE", "USEATTR");

    /// <summary>
    /// Reads the code that begins with the bracket at the start of <paramref name="text"/>. If it has arguments, their
    /// end is unknown: everything that follows is taken for them.
    /// </summary>
    public static ResponseCode? TryRead(ReadOnlySpan<byte> text, out int length)
    {
        length = 0;
        int start = text.Length - text[1..].TrimStart(" \t"u8).Length;
        ReadOnlySpan<byte> name = text[start..];
        int end = name.IndexOfAny(" \t\r\n"u8);
        name = end < 0 ? name : name[..end];
        if (name.Length is 0 or > LongestName)
            return null;

        string known = TextCache.Get(name);
        bool hasArguments = WithArguments.Contains(known);
        if (!hasArguments && !WithoutArguments.Contains(known))
            return null;
        length = hasArguments ? text.Length : start + name.Length;
        byte[] arguments = hasArguments ? text[(start + name.Length)..].Trim(" \t\r\n"u8).ToArray() : [];
        return new ResponseCode(known, arguments) { IsUnclosed = true };
    }

    private static FrozenSet<string> Names(params ReadOnlySpan<string> names) =>
        FrozenSet.ToFrozenSet([.. names], StringComparer.OrdinalIgnoreCase);
}
