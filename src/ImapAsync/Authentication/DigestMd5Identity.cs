using System.Text;

namespace ImapAsync;

/// <summary>Who authenticates with DIGEST-MD5, in which realm. A class, as a record would print the password.</summary>
internal sealed class DigestMd5Identity(string userName, string password, string? authorizationId, string realm)
{
    public string UserName => userName;

    public string Password => password;

    public string? AuthorizationId => authorizationId;

    public string Realm => realm;

    /// <summary>
    /// RFC 2831 §2.1.2.1: what fits into ISO 8859-1 is hashed in it even where UTF-8 is sent, so that passwords hashed
    /// for HTTP serve too.
    /// </summary>
    public static byte[] HashedBytes(string value, bool isUtf8)
        => (IsLatin1(value) || !isUtf8 ? Encoding.Latin1 : Encoding.UTF8).GetBytes(value);

    /// <summary>Whether a server that has no <c>charset=utf-8</c> can be told these names.</summary>
    /// <remarks>The authorization identity is UTF-8 always, which only ASCII agrees with.</remarks>
    public bool FitsLatin1
        => IsLatin1(userName) && IsLatin1(password) && IsLatin1(realm)
            && System.Text.Ascii.IsValid(authorizationId ?? "");

    private static bool IsLatin1(string value) => !value.AsSpan().ContainsAnyExceptInRange('\0', '\u00FF');
}
