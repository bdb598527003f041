using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>Creates reports of partly unreadable responses.</summary>
internal static class DamagedResponse
{
    /// <summary>The noted damage of a response; null if there is none.</summary>
    public static MalformedResponse? ToMalformed(this in Damage damage, in UntaggedResponse response) =>
        damage.Told is { } told ? ToMalformed(response, told) : null;

    /// <inheritdoc cref="ToMalformed(in Damage, in UntaggedResponse)"/>
    public static MalformedResponse? ToMalformed(this in Damage damage, UntypedResponse response) =>
        damage.Told is { } told ? new MalformedResponse(response.Name, response.Raw, told.Message) : null;

    /// <summary>The report of a response for which a reader threw.</summary>
    public static MalformedResponse ToMalformed(in UntaggedResponse response, ImapProtocolException exception) =>
        new(WireText.Decode(response.Name), response.Raw.ToArray(), exception.Message)
        {
            IsInValue = exception.IsInValue,
        };
}
