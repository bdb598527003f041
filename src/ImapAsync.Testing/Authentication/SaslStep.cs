namespace ImapAsync.Testing;

/// <summary>The next step of a mechanism: another challenge, or the result.</summary>
/// <param name="IsChallenge">Whether the exchange continues.</param>
/// <param name="Octets">The challenge.</param>
/// <param name="User">The authenticated user; null if authentication failed.</param>
/// <param name="AuthorizationId">The user to act for, if different.</param>
internal sealed record SaslStep(bool IsChallenge, byte[] Octets, UserAccount? User, string? AuthorizationId)
{
    public static SaslStep Failed { get; } = new(IsChallenge: false, [], User: null, AuthorizationId: null);

    public static SaslStep Challenge(byte[] octets) =>
        new(IsChallenge: true, octets, User: null, AuthorizationId: null);

    public static SaslStep Challenge(string text) => Challenge(System.Text.Encoding.UTF8.GetBytes(text));

    public static SaslStep Done(UserAccount? user, string? authorizationId = null) =>
        new(IsChallenge: false, [], user, authorizationId);
}
