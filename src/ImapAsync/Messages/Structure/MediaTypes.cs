namespace ImapAsync;

/// <summary>The top-level media types registered with IANA, except multipart.</summary>
internal static class MediaTypes
{
    public static bool IsDiscrete(ReadOnlySpan<byte> type) => type.Length switch
    {
        4 => Is(type, "TEXT"u8) || Is(type, "FONT"u8),
        5 => Is(type, "IMAGE"u8) || Is(type, "AUDIO"u8) || Is(type, "VIDEO"u8) || Is(type, "MODEL"u8),
        6 => Is(type, "HAPTIC"u8),
        7 => Is(type, "MESSAGE"u8) || Is(type, "EXAMPLE"u8),
        11 => Is(type, "APPLICATION"u8),
        _ => false,
    };

    private static bool Is(ReadOnlySpan<byte> type, ReadOnlySpan<byte> expected) =>
        Ascii.EqualsIgnoreCase(type, expected);
}
