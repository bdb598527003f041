using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// Reads how servers report an expunged message: <c>44 EXPUNGE</c> (RFC 9051 §7.5.1). For <c>VANISHED</c> see
/// <see cref="VanishedToken"/>.
/// </summary>
internal static class ExpungeParser
{
    /// <summary>
    /// Whether the response reports a message as expunged, by its number. Some servers call it EXPUNGED.
    /// </summary>
    public static bool IsOfNumber(in UntaggedResponse response) =>
        response.Number > 0 && response.Kind == ResponseKind.Expunge;

    /// <summary>
    /// Whether it reports that a message was expunged, but not which, or not properly: <c>EXPUNGE 3</c>, <c>0
    /// EXPUNGE</c>, <c>x EXPUNGE</c> and <c>2 EXPUNGE;</c>.
    /// </summary>
    public static bool LacksNumber(in UntaggedResponse response)
    {
        // The text of a status may say so as well.
        if (response.Code is not null || response.Kind is >= ResponseKind.Ok and <= ResponseKind.PreAuth)
            return false;
        ReadOnlySpan<byte> name = response.Name.TrimEnd(",.;:"u8);
        if (name.Length < response.Name.Length && IsName(name))
            return true;
        if (response.Number > 0)
            return false;
        ListReader values = ListReader.Bare(response.Arguments.Remaining);
        return response.Kind == ResponseKind.Expunge
            || (response.Number is null && IsName(values.Next().Octets) && !values.MoveNext());
    }

    private static bool IsName(ReadOnlySpan<byte> name) => ResponseNames.KindOf(name) == ResponseKind.Expunge;
}
