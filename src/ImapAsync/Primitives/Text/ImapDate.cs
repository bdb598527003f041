namespace ImapAsync;

/// <summary>
/// Dates as in IMAP: the date-time of INTERNALDATE, APPEND and SAVEDATE (RFC 9051 §9). Nothing is allocated.
/// </summary>
internal static class ImapDate
{
    public const int DateTimeLength = 26;

    private static ReadOnlySpan<byte> Months => "JanFebMarAprMayJunJulAugSepOctNovDec"u8;

    /// <summary>
    /// Parses <c>17-Jul-1996 02:44:25 -0700</c>, without quotes. False if it is not a date; <c>00-Jan-0000</c>, with
    /// which a server says that it has none, is null.
    /// </summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out DateTimeOffset? value) => TryParse(text, out value, out _);

    /// <summary>
    /// The same; <paramref name="isZoneKnown"/> is false if the zone does not exist: then the time is kept, as UTC.
    /// </summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out DateTimeOffset? value, out bool isZoneKnown)
    {
        value = null;
        isZoneKnown = true;
        ReadOnlySpan<byte> rest = text.Trim((byte)' ');
        if (!(TryReadNumber(ref rest, 2, out int day) && Skip(ref rest, (byte)'-')
              && TryReadMonth(ref rest, out int month)
              && Skip(ref rest, (byte)'-') && TryReadYear(ref rest, out int year)))
        {
            return false;
        }

        if (day == 0 || year == 0)
            return true;
        if (day > DateTime.DaysInMonth(year, month))
            return false;
        if (!TryReadTime(ref rest, out TimeSpan time) || !TryReadZone(rest, out TimeSpan zone))
            return false;
        isZoneKnown = zone.Duration() < TimeSpan.FromHours(24);
        if (!isZoneKnown)
            zone = default;

        long local = new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Unspecified).Ticks + time.Ticks;
        long utc = local - zone.Ticks;
        if (!IsInRange(local) || !IsInRange(utc))
            return false;
        // .NET limits offsets to 14 hours: beyond that, the instant is kept and the offset is not.
        value = zone.Duration() <= TimeSpan.FromHours(14)
            ? new DateTimeOffset(local, zone)
            : new DateTimeOffset(utc, TimeSpan.Zero);
        return true;
    }

    /// <summary>
    /// Writes <c>17-Jul-1996 02:44:25 -0700</c>, without quotes; a day below 10 is padded with a space. Fractions of a
    /// second are cut off.
    /// </summary>
    /// <returns>The octets written, always <see cref="DateTimeLength"/>.</returns>
    public static int WriteDateTime(DateTimeOffset value, Span<byte> destination)
    {
        WriteDigits(value.Day, destination[..2]);
        if (value.Day < 10)
            destination[0] = (byte)' ';
        WriteMonthAndYear(value.Month, value.Year, destination[2..]);
        destination[11] = (byte)' ';
        WriteDigits(value.Hour, destination[12..14]);
        destination[14] = (byte)':';
        WriteDigits(value.Minute, destination[15..17]);
        destination[17] = (byte)':';
        WriteDigits(value.Second, destination[18..20]);
        destination[20] = (byte)' ';
        destination[21] = value.Offset < TimeSpan.Zero ? (byte)'-' : (byte)'+';
        TimeSpan zone = value.Offset.Duration();
        WriteDigits(zone.Hours, destination[22..24]);
        WriteDigits(zone.Minutes, destination[24..26]);
        return DateTimeLength;
    }

    private static bool IsInRange(long ticks) => ticks >= DateTime.MinValue.Ticks && ticks <= DateTime.MaxValue.Ticks;

    private static void WriteMonthAndYear(int month, int year, Span<byte> destination)
    {
        destination[0] = (byte)'-';
        Months.Slice((month - 1) * 3, 3).CopyTo(destination[1..]);
        destination[4] = (byte)'-';
        WriteDigits(year, destination[5..9]);
    }

    private static void WriteDigits(int value, Span<byte> destination)
    {
        for (int i = destination.Length - 1; i >= 0; i--, value /= 10)
            destination[i] = (byte)('0' + value % 10);
    }

    private static bool Skip(ref ReadOnlySpan<byte> rest, byte expected)
    {
        if (rest.IsEmpty || rest[0] != expected)
            return false;
        rest = rest[1..];
        return true;
    }

    private static bool TryReadNumber(ref ReadOnlySpan<byte> rest, int maxDigits, out int number)
    {
        number = 0;
        int digits = 0;
        for (; digits < rest.Length && digits < maxDigits && Ascii.IsDigit(rest[digits]); digits++)
            number = number * 10 + (rest[digits] - '0');
        rest = rest[digits..];
        return digits > 0;
    }

    // A year of two or three digits is interpreted as in old mail (RFC 5322 §4.3).
    private static bool TryReadYear(ref ReadOnlySpan<byte> rest, out int year)
    {
        int before = rest.Length;
        if (!TryReadNumber(ref rest, 4, out year))
            return false;
        int digits = before - rest.Length;
        if (digits is 2 or 3)
            year += digits == 2 && year < 50 ? 2000 : 1900;
        return true;
    }

    private static bool TryReadMonth(ref ReadOnlySpan<byte> rest, out int month)
    {
        month = MonthNames.Find(rest);
        if (month == 0)
            return false;
        rest = rest[3..];
        return true;
    }

    // A date alone is midnight, a time may lack its seconds, and a leap second counts as the next second.
    private static bool TryReadTime(ref ReadOnlySpan<byte> rest, out TimeSpan time)
    {
        time = default;
        if (rest.IsEmpty)
            return true;
        if (!Skip(ref rest, (byte)' '))
            return false;
        rest = rest.TrimStart((byte)' ');
        if (!(TryReadNumber(ref rest, 2, out int hour) && Skip(ref rest, (byte)':')
              && TryReadNumber(ref rest, 2, out int minute)))
        {
            return false;
        }

        int second = 0;
        if (Skip(ref rest, (byte)':') && !TryReadNumber(ref rest, 2, out second))
            return false;
        time = new TimeSpan(hour, minute, second);
        return hour < 24 && minute < 60 && second <= 60;
    }

    // Without a zone, or with the name of one, it is UTC: RFC 5322 §4.3 says to read unknown zones this way.
    private static bool TryReadZone(ReadOnlySpan<byte> rest, out TimeSpan zone)
    {
        zone = default;
        rest = rest.TrimStart((byte)' ');
        if (rest is not [(byte)'+' or (byte)'-', ..])
            return rest.IsEmpty || rest.IndexOfAnyExceptInRange((byte)'A', (byte)'z') < 0;
        int sign = rest[0] == '-' ? -1 : 1;
        rest = rest[1..];
        if (!TryReadNumber(ref rest, 2, out int hours))
            return false;
        Skip(ref rest, (byte)':');
        if (!TryReadNumber(ref rest, 2, out int minutes) || minutes >= 60)
            return false;
        zone = new TimeSpan(sign * hours, sign * minutes, 0);
        return rest.IsEmpty || IsZoneName(rest);
    }

    // Some servers append the zone's name to its offset: MSK, (MSK), (Moscow Standard Time).
    private static bool IsZoneName(ReadOnlySpan<byte> rest)
    {
        ReadOnlySpan<byte> name = rest.TrimStart((byte)' ');
        return name.Length < rest.Length && name is [(byte)'(' or (>= (byte)'A' and <= (byte)'z'), ..]
            && name.IndexOfAnyInRange((byte)'0', (byte)'9') < 0;
    }
}
