namespace ImapAsync.Testing;

/// <summary>What a mechanism says next: another challenge, or how it ended.</summary>
/// <param name="IsChallenge">Whether the exchange goes on.</param>
/// <param name="Octets">The challenge.</param>
/// <param name="User">Who authenticated; null where that failed.</param>
/// <param name="AuthorizationId">Whom they want to act for, if that is another.</param>
internal sealed record SaslStep(bool IsChallenge, byte[] Octets, UserAccount? User, string? AuthorizationId)
{
    public static SaslStep Failed { get; } = new(IsChallenge: false, [], User: null, AuthorizationId: null);

    public static SaslStep Challenge(byte[] octets) =>
        new(IsChallenge: true, octets, User: null, AuthorizationId: null);

    public static SaslStep Challenge(string text) => Challenge(System.Text.Encoding.UTF8.GetBytes(text));

    public static SaslStep Done(UserAccount? user, string? authorizationId = null) =>
        new(IsChallenge: false, [], user, authorizationId);
}
