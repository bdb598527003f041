using System.Runtime.InteropServices;

namespace ImapAsync;

/// <summary>The parts of a date found so far, and the date that they make.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct MailDateFields
{
    private const int HalfDay = 12;

    // The limit of DateTimeOffset; no real zone is further away.
    private const int MostZoneMinutes = 14 * 60;

    private (int Value, int Digits) _first;
    private (int Value, int Digits) _second;
    private (int Value, int Digits) _third;
    private int _numbers;
    private int _month;
    private int _hour;
    private int _minute;
    private int _secondOfMinute;
    private int _zone;
    private bool _hasNumericZone;

    public readonly bool HasMonth => _month != 0;

    public readonly bool HasDate => _numbers >= (HasMonth ? 2 : 3);

    public bool HasTime { get; private set; }

    /// <summary>Whether the zone was given; -0000 says that it is not known (RFC 5322 §3.3).</summary>
    public bool IsZoneKnown { get; private set; }

    /// <summary>Whether the last part read belongs to the time of day.</summary>
    public bool EndsInTime { get; private set; }

    public void AddDateNumber(scoped in MailDateToken token) => AddDateNumber(token.Number, token.Digits);

    public void SetMonth(int month)
    {
        _month = month;
        EndsInTime = false;
    }

    public void SetTime(int hour, int minute, int second)
    {
        (_hour, _minute, _secondOfMinute) = (hour, minute, second);
        HasTime = true;
        EndsInTime = true;
    }

    /// <summary>ISO 8601's basic format: 19940207, or 19940207215225.</summary>
    public void SetCompactDate(scoped in MailDateToken token)
    {
        AddDateNumber(token.Part(0, 4), 4);
        AddDateNumber(token.Part(4, 2), 2);
        AddDateNumber(token.Part(6, 2), 2);
        if (token.Digits == 14)
            SetCompactTime(token, 8);
    }

    public void SetCompactTime(scoped in MailDateToken token, int start) =>
        SetTime(token.Part(start, 2), token.Part(start + 2, 2), token.Part(start + 4, 2));

    public void SetTimeWord(scoped ReadOnlySpan<byte> word)
    {
        EndsInTime = true;
        if (Ascii.EqualsIgnoreCase(word, "PM"u8))
        {
            if (_hour < HalfDay)
                _hour += HalfDay;
        }
        else if (Ascii.EqualsIgnoreCase(word, "AM"u8))
        {
            if (_hour == HalfDay)
                _hour = 0;
        }
        else if (!_hasNumericZone && !IsZoneKnown && MailDateNames.ZoneMinutes(word) is { } east)
        {
            _zone = east;
            IsZoneKnown = true;
        }
    }

    /// <summary>+hhmm, +hmm, +hh, +hh:mm.</summary>
    public void SetNumericZone(int sign, scoped in MailDateToken number, int? minutes)
    {
        EndsInTime = true;
        if (_hasNumericZone)
            return;
        _hasNumericZone = true;
        int hour = number.Digits <= 2 ? number.Number : number.Number / 100;
        int minute = minutes ?? (number.Digits <= 2 ? 0 : number.Number % 100);
        bool known = number.Digits <= 4 && minute is >= 0 and < 60 && (hour * 60) + minute <= MostZoneMinutes;
        _zone = known ? sign * ((hour * 60) + minute) : 0;
        IsZoneKnown = known && (_zone != 0 || sign > 0);
    }

    public readonly bool TryBuild(out DateTimeOffset date)
    {
        date = default;
        if (!HasDate)
            return false;
        (int year, int month, int day) = HasMonth ? ByMonthName() : ByNumbers();
        if (year is < 1 or > 9999 || month is < 1 or > HalfDay || day < 1 || day > DateTime.DaysInMonth(year, month))
            return false;
        if (_hour is < 0 or > 24 || _minute is < 0 or > 59 || _secondOfMinute is < 0 or > 60)
            return false;

        // A leap second and 24:00 are the first moment of the next minute or day.
        long ticks = new DateTime(year, month, day).Ticks + new TimeSpan(_hour, _minute, _secondOfMinute).Ticks;
        TimeSpan zone = TimeSpan.FromMinutes(_zone);
        long utc = ticks - zone.Ticks;
        if (ticks > DateTime.MaxValue.Ticks || utc < 0 || utc > DateTime.MaxValue.Ticks)
            return false;
        date = new DateTimeOffset(ticks, zone);
        return true;
    }

    private void AddDateNumber(int value, int digits)
    {
        EndsInTime = false;
        if (_numbers == 0)
            _first = (value, digits);
        else if (_numbers == 1)
            _second = (value, digits);
        else if (_numbers == 2)
            _third = (value, digits);
        _numbers++;
    }

    private readonly (int Year, int Month, int Day) ByMonthName() =>
        _first.Digits > 2 || _first.Value > 31
            ? (Year(_first), _month, _second.Value)
            : (Year(_second), _month, _first.Value);

    // 7/2/1994 is read only if it is unambiguous.
    private readonly (int Year, int Month, int Day) ByNumbers()
    {
        if (_first.Digits == 4)
            return (_first.Value, _second.Value, _third.Value);
        if (_third.Digits != 4)
            return default;
        if (_first.Value > HalfDay || _first.Value == _second.Value)
            return (_third.Value, _second.Value, _first.Value);
        return _second.Value > HalfDay ? (_third.Value, _first.Value, _second.Value) : default;
    }

    // RFC 5322 §4.3.
    private static int Year((int Value, int Digits) number) => number.Digits switch
    {
        <= 2 => number.Value + (number.Value < 50 ? 2000 : 1900),
        3 => number.Value + 1900,
        _ => number.Value,
    };
}
