namespace ImapAsync;

/// <summary>
/// The reason that a server gave for a failure inside an authentication exchange. It is shown as one line of at most a
/// few hundred characters.
/// </summary>
/// <param name="Code">
/// The mechanism's own code, such as <c>invalid_token</c> (the <c>status</c> of RFC 7628 §3.2.2) or
/// <c>invalid-proof</c> (the <c>e=</c> of RFC 5802 §7).
/// </param>
/// <param name="Scope">The OAuth scope to request a token for, if the server named one (RFC 7628 §3.2.2).</param>
/// <param name="OpenIdConfiguration">
/// The location of the server's OpenID configuration, if the server named it (RFC 7628 §3.2.2). Validate it: it comes
/// from the server.
/// </param>
public sealed record SaslError(string Code, string? Scope = null, string? OpenIdConfiguration = null)
{
    private const int MaximumLength = 200;
    private const int MaximumTextLength = 1000;

    /// <summary>
    /// Everything that the server sent, as one line of at most a thousand characters; null if it sent nothing, or if
    /// <see cref="Code"/> is all of it. A token in it is masked.
    /// </summary>
    public string? Text { get; init; }

    /// <summary>
    /// The code, and the scope if there is one; everything that the server sent if its code is unknown.
    /// </summary>
    /// <returns>For example <c>invalid_token, scope https://mail.example.com/</c>.</returns>
    public override string ToString() =>
        Scope is not null ? $"{Code}, scope {Scope}" : Code == "unknown" && Text is not null ? $"{Code}: {Text}" : Code;

    /// <summary>
    /// A server's text in a form that is safe in a message: short, visible ASCII; <see langword="null"/> for none.
    /// </summary>
    internal static string? Clean(string? text) => Clean(text, MaximumLength);

    /// <summary>The same for the full text, which may be longer.</summary>
    internal static string? CleanText(string? text) => Clean(text, MaximumTextLength);

    private static string? Clean(string? text, int maximum)
    {
        if (string.IsNullOrEmpty(text))
            return null;
        return string.Create(Math.Min(text.Length, maximum), text, static (line, source) =>
        {
            for (int i = 0; i < line.Length; i++)
                line[i] = source[i] is >= ' ' and <= '~' ? source[i] : '?';
        });
    }
}
