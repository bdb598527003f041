using System.Text.Json;

namespace ImapAsync;

/// <summary>The error challenge of RFC 7628 §3.2.2, which XOAUTH2 has too: <c>{"status":"invalid_token","scope":"…","openid-configuration":"…"}</c>.</summary>
internal static class OAuthError
{
    private static readonly SaslError Unknown = new("unknown");

    public static SaslError Parse(ReadOnlyMemory<byte> challenge)
    {
        try
        {
            using var document = JsonDocument.Parse(challenge, new JsonDocumentOptions { AllowTrailingCommas = true, MaxDepth = 8 });
            var error = document.RootElement;
            return error.ValueKind != JsonValueKind.Object
                ? Unknown
                : new(Text(error, "status") ?? Unknown.Code, Text(error, "scope"), Text(error, "openid-configuration"));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // InvalidOperationException: a string that is no UTF-8.
            return Unknown;
        }
    }

    // Google and Microsoft send the HTTP status, as "401" or 401, where RFC 7628 has invalid_token.
    private static string? Text(JsonElement error, string name)
    {
        if (!error.TryGetProperty(name, out var value))
            return null;
        return value.ValueKind switch
        {
            JsonValueKind.String => SaslError.Clean(value.GetString()),
            JsonValueKind.Number => SaslError.Clean(value.GetRawText()),
            _ => null,
        };
    }
}
