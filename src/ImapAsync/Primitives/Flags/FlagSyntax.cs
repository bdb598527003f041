using System.Buffers;

namespace ImapAsync;

/// <summary>flag = "\" atom / atom (RFC 9051 §9), and names with the same form.</summary>
internal static class FlagSyntax
{
    private const string Allowed = "Use printable ASCII without space and ( ) { % * \" \\ ]";
    // RFC 9051 §2.3.2, and \Recent of RFC 3501.
    private static readonly HashSet<string> SystemNames = new(StringComparer.OrdinalIgnoreCase)
    {
        "Seen", "Answered", "Flagged", "Deleted", "Draft", "Recent",
    };

    private static readonly SearchValues<char> NeverInFlags = SearchValues.Create("(){%*\"\\ \u007f");

    /// <summary>Marks the constructor that does not validate.</summary>
    public readonly struct Unchecked;

    public static void Require(string name)
    {
        ReadOnlySpan<char> atom = WithoutBackslash(name);
        if (atom.IsEmpty)
        {
            throw new ArgumentException(
                "A flag needs a name: a system flag such as \\Seen, or a keyword such as $Forwarded.", nameof(name));
        }

        if (name == @"\*")
        {
            throw new ArgumentException(
                "\\* is not a flag that can be stored. To look for it in PERMANENTFLAGS, use Flag.Any.", nameof(name));
        }

        if (SystemNames.Contains(name))
        {
            throw new ArgumentException(
                $"\"{name}\" without a backslash is a keyword that no other client knows, not the system flag. "
                + $"Use @\"\\{name}\", or Flag.{char.ToUpperInvariant(name[0])}{name[1..].ToLowerInvariant()}.",
                nameof(name));
        }

        int bad = atom.IndexOfAnyExcept(CharacterClasses.AtomChars);
        if (bad < 0)
            return;
        throw new ArgumentException(
            $"The flag \"{name}\" has a character that IMAP does not allow (U+{(int)atom[bad]:X4}). {Allowed}, such as "
            + "$Forwarded; only a system flag begins with a backslash.",
            nameof(name));
    }

    public static void RequireAttribute(string name)
    {
        if (name is ['\\', _, ..] && name.AsSpan(1).IndexOfAnyExcept(CharacterClasses.AtomChars) < 0)
            return;
        throw new ArgumentException(
            $"\"{name}\" is not a mailbox attribute, such as \\Sent: begin with a backslash. {Allowed}.", nameof(name));
    }

    /// <summary>
    /// Whether a name, which may come from a server that accepted it itself, can be sent in a command: it must not end
    /// the list or the line.
    /// </summary>
    public static bool IsSendable(string name)
    {
        ReadOnlySpan<char> atom = WithoutBackslash(name);
        return !atom.IsEmpty && atom.IndexOfAny(NeverInFlags) < 0 && atom.IndexOfAnyInRange('\0', '\u001f') < 0;
    }

    private static ReadOnlySpan<char> WithoutBackslash(string name) => name.AsSpan(name is ['\\', ..] ? 1 : 0);
}
