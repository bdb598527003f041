using System.Text.Json;

namespace ImapAsync;

/// <summary>
/// The error challenge of RFC 7628 §3.2.2, which XOAUTH2 shares:
/// <c>{"status":"invalid_token","scope":"…","openid-configuration":"…"}</c>. Some servers send that of RFC 6749 §5.2,
/// with <c>error</c> instead of <c>status</c>, or pass on what their HTTP server returned.
/// </summary>
internal static class OAuthError
{
    private const string Unknown = "unknown";

    /// <param name="challenge">The challenge as received.</param>
    /// <param name="token">The token, which must not be shown if the server repeats it.</param>
    public static SaslError Parse(ReadOnlyMemory<byte> challenge, string token)
    {
        string text = WireText.Decode(challenge.Span).Replace(token, "****", StringComparison.Ordinal);
        SaslError error = Read(System.Text.Encoding.UTF8.GetBytes(text));
        return error with { Text = SaslError.CleanText(text) };
    }

    private static SaslError Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            using JsonDocument document =
                JsonDocument.Parse(json, new JsonDocumentOptions { AllowTrailingCommas = true, MaxDepth = 8 });
            JsonElement error = document.RootElement;
            return error.ValueKind != JsonValueKind.Object
                ? new(Unknown)
                : new(
                    Text(error, "status") ?? Text(error, "error") ?? Unknown, Text(error, "scope"),
                    Text(error, "openid-configuration"));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // InvalidOperationException: the string is not UTF-8.
            return new(Unknown);
        }
    }

    // Google and Microsoft send the HTTP status, as "401" or 401, where RFC 7628 has invalid_token.
    private static string? Text(JsonElement error, string name)
    {
        if (!error.TryGetProperty(name, out JsonElement value))
            return null;
        return value.ValueKind switch
        {
            JsonValueKind.String => SaslError.Clean(value.GetString()),
            JsonValueKind.Number => SaslError.Clean(value.GetRawText()),
            _ => null,
        };
    }
}
