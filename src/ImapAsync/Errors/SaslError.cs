namespace ImapAsync;

/// <summary>
/// What a server said inside an authentication exchange about why it failed. It is shown as one line of at most a few
/// hundred characters.
/// </summary>
/// <param name="Code">
/// The mechanism's own code, such as <c>invalid_token</c> (the <c>status</c> of RFC 7628 §3.2.2) or
/// <c>invalid-proof</c> (the <c>e=</c> of RFC 5802 §7).
/// </param>
/// <param name="Scope">The OAuth scope to ask a token for, where the server named one (RFC 7628 §3.2.2).</param>
/// <param name="OpenIdConfiguration">
/// Where the server's OpenID configuration is, where it said so (RFC 7628 §3.2.2). It comes from the server: check it.
/// </param>
public sealed record SaslError(string Code, string? Scope = null, string? OpenIdConfiguration = null)
{
    private const int MaximumLength = 200;
    private const int MaximumTextLength = 1000;

    /// <summary>
    /// All that the server sent, as one line of at most a thousand characters; null where it sent nothing, and where
    /// <see cref="Code"/> is all of it. A token in it is made unreadable.
    /// </summary>
    public string? Text { get; init; }

    /// <summary>
    /// The code, and the scope where there is one; all that the server sent where it has no code that is known.
    /// </summary>
    /// <returns>Such as <c>invalid_token, scope https://mail.example.com/</c>.</returns>
    public override string ToString() =>
        Scope is not null ? $"{Code}, scope {Scope}" : Code == "unknown" && Text is not null ? $"{Code}: {Text}" : Code;

    /// <summary>
    /// A server's text as it may stand in a message: visible ASCII, not long; <see langword="null"/> for none.
    /// </summary>
    internal static string? Clean(string? text) => Clean(text, MaximumLength);

    /// <summary>The same for all of it, which may be longer.</summary>
    internal static string? CleanText(string? text) => Clean(text, MaximumTextLength);

    private static string? Clean(string? text, int maximum)
    {
        if (string.IsNullOrEmpty(text))
            return null;
        return string.Create(Math.Min(text.Length, maximum), text, static (line, source) =>
        {
            for (var i = 0; i < line.Length; i++)
                line[i] = source[i] is >= ' ' and <= '~' ? source[i] : '?';
        });
    }
}
