using System.Text;

namespace ImapAsync;

/// <summary>The identity for DIGEST-MD5. It is a class because a record would print the password.</summary>
internal sealed class DigestMd5Identity(string userName, string password, string? authorizationId, string realm)
{
    public string UserName => userName;

    public string Password => password;

    public string? AuthorizationId => authorizationId;

    public string Realm => realm;

    /// <summary>
    /// RFC 2831 §2.1.2.1: text that fits into ISO 8859-1 is hashed in that encoding even if UTF-8 is sent, so that
    /// passwords hashed for HTTP can be reused.
    /// </summary>
    public static byte[] HashedBytes(string value, bool isUtf8)
        => (IsLatin1(value) || !isUtf8 ? Encoding.Latin1 : Encoding.UTF8).GetBytes(value);

    /// <summary>Whether these names can be sent to a server that does not announce <c>charset=utf-8</c>.</summary>
    /// <remarks>The authorization identity is always UTF-8, which agrees with Latin-1 only for ASCII.</remarks>
    public bool FitsLatin1
        => IsLatin1(userName) && IsLatin1(password) && IsLatin1(realm)
            && System.Text.Ascii.IsValid(authorizationId ?? "");

    private static bool IsLatin1(string value) => !value.AsSpan().ContainsAnyExceptInRange('\0', '\u00FF');
}
