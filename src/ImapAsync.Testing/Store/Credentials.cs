using System.Security.Cryptography;
using System.Text;

namespace ImapAsync.Testing;

/// <summary>Checks the identity of users.</summary>
internal static class Credentials
{
    /// <summary>The user with this password; null if there is none.</summary>
    public static UserAccount? Check(MailStore store, string name, string password) =>
        store.FindUser(name) is { } user && Same(user.Password, password) ? user : null;

    /// <summary>The user with this token; null if there is none.</summary>
    public static UserAccount? CheckToken(MailStore store, string? name, string token)
    {
        IEnumerable<UserAccount> candidates = string.IsNullOrEmpty(name)
            ? store.Users
            : store.FindUser(name) is { } named ? [named] : [];
        return candidates.FirstOrDefault(user => user.Token is { } own && Same(own, token));
    }

    /// <summary>The user to act for: users may act for themselves, administrators for anyone.</summary>
    public static UserAccount? Authorize(MailStore store, UserAccount authenticated, string? authorizationId)
    {
        if (string.IsNullOrEmpty(authorizationId)
            || authorizationId.Equals(authenticated.Name, StringComparison.OrdinalIgnoreCase))
        {
            return authenticated;
        }

        return authenticated.IsAdministrator ? store.FindUser(authorizationId) : null;
    }

    private static bool Same(string left, string right) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(left), Encoding.UTF8.GetBytes(right));
}
