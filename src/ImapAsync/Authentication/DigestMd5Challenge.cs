using System.Text;

namespace ImapAsync;

/// <summary>The validated content of a DIGEST-MD5 challenge (RFC 2831 §2.1.1).</summary>
internal sealed record DigestMd5Challenge(string Nonce, List<string> Realms, bool IsUtf8)
{
    private static readonly string[] OnceAtMost = ["nonce", "algorithm", "charset", "stale", "maxbuf", "cipher"];

    /// <summary>
    /// Parses a challenge. If it is invalid, <paramref name="problem"/> says why, as the second half of a sentence.
    /// </summary>
    public static DigestMd5Challenge? Parse(ReadOnlySpan<byte> challenge, out string problem)
    {
        if (DigestDirectives.Parse(challenge) is not { } directives)
        {
            problem = "the server's challenge is not a list of directives (RFC 2831 §2.1.1)";
            return null;
        }

        problem = Judge(directives);
        if (problem.Length > 0)
            return null;

        bool isUtf8 = directives.First("charset") is not null;
        List<string> realms = directives.All("realm");
        if (isUtf8)
            realms = realms.ConvertAll(static realm => Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(realm)));
        return new(directives.First("nonce")!, realms, isUtf8);
    }

    private static string Judge(DigestDirectives directives)
    {
        foreach (string name in OnceAtMost)
        {
            if (directives.All(name).Count > 1)
                return $"the server's challenge has more than one {name}";
        }

        if (string.IsNullOrEmpty(directives.First("nonce")))
            return "the server's challenge has no nonce";
        if (!Is(directives.First("algorithm"), "md5-sess"))
            return "the server's algorithm is not md5-sess, the only one that RFC 2831 defines";
        if (directives.First("charset") is { } charset && !Is(charset, "utf-8"))
            return "the server's charset is not utf-8, the only one that RFC 2831 defines";
        return OffersAuth(directives)
            ? ""
            : "the server insists on a security layer (qop), for which IMAP has TLS; use TLS and another mechanism";
    }

    private static bool OffersAuth(DigestDirectives directives)
    {
        List<string> options = directives.All("qop");
        return options.Count == 0
            || options.Exists(static list => Array.Exists(
                list.Split(',', StringSplitOptions.TrimEntries), static qop => Is(qop, "auth")));
    }

    private static bool Is(string? value, string expected) =>
        string.Equals(value, expected, StringComparison.OrdinalIgnoreCase);
}
