namespace ImapAsync;

/// <summary>
/// Reads the form that nearly all dates have (RFC 5322 §3.3), at fixed positions: <c>[Mon, ]7 Feb 1994 21:52:25 -0800[
/// (PST)]</c>.
/// </summary>
internal static class StandardMailDate
{
    public static bool TryParse(ReadOnlySpan<byte> text, out DateTimeOffset date, out bool isZoneKnown)
    {
        date = default;
        isZoneKnown = false;
        if (text is [_, _, _, (byte)',', (byte)' ', ..])
            text = text[5..];
        int dayDigits = text is [_, (byte)' ', ..] ? 1 : 2;
        if (text.Length < dayDigits + " Feb 1994 21:52:25 -0800".Length)
            return false;
        int day = Digits(text[..dayDigits]);
        text = text[dayDigits..];
        if (text is not [(byte)' ', _, _, _, (byte)' ', _, _, _, _, (byte)' ', .. var time])
            return false;
        if (time is not [_, _, (byte)':', _, _, (byte)':', _, _, (byte)' ', var sign, _, _, _, _, .. var rest])
            return false;
        if (!(rest.IsEmpty || rest.StartsWith(" ("u8)) || sign is not ((byte)'+' or (byte)'-'))
            return false;

        int month = MonthNames.Find(text[1..4]);
        int year = Digits(text[5..9]);
        int hour = Digits(time[..2]);
        int minute = Digits(time[3..5]);
        int second = Digits(time[6..8]);
        int zoneHour = Digits(time[10..12]);
        int zoneMinute = Digits(time[12..14]);
        if ((day | year | hour | minute | second | zoneHour | zoneMinute) < 0)
            return false;

        // Anything unusual is left to the general parser.
        if (month == 0 || year is < 2 or > 9998 || hour > 23 || minute > 59 || second > 59 || zoneHour > 13
            || zoneMinute > 59)
        {
            return false;
        }

        if (day == 0 || day > DateTime.DaysInMonth(year, month))
            return false;
        int zone = (zoneHour * 60) + zoneMinute;
        isZoneKnown = zone != 0 || sign == '+';
        date = new DateTimeOffset(
            new DateTime(year, month, day, hour, minute, second), TimeSpan.FromMinutes(sign == '-' ? -zone : zone));
        return true;
    }

    // Negative if one of them is not a digit.
    private static int Digits(ReadOnlySpan<byte> text)
    {
        int value = 0;
        foreach (byte c in text)
        {
            int digit = c - '0';
            if (digit is < 0 or > 9)
                return -1;
            value = (value * 10) + digit;
        }

        return value;
    }
}
