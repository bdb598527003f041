using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>The two ways in which servers tell that messages are gone: <c>44 EXPUNGE</c> and <c>VANISHED 505,507:508</c> (RFC 9051 §7.5.1, RFC 7162 §3.2.10).</summary>
internal static class ExpungeParser
{
    /// <summary>Whether the response tells that messages have gone now. <c>VANISHED (EARLIER)</c> does not.</summary>
    public static bool IsExpunge(in UntaggedResponse response) => IsOfNumber(response) || (response.Is("VANISHED"u8) && !VanishedToken.IsEarlier(response.Arguments));

    /// <summary>Whether it tells that of one message, by its number. Some servers call it EXPUNGED.</summary>
    public static bool IsOfNumber(in UntaggedResponse response) => response.Number > 0 && (response.Is("EXPUNGE"u8) || response.Is("EXPUNGED"u8));
}
