namespace ImapAsync;

/// <summary>
/// Parses the dates of messages (RFC 5322 §3.3, the obsolete forms of §4.3, and others that are sent: asctime, RFC 850,
/// JavaScript, ISO 8601 …). There is no list of formats: each number and word is recognised by what it can only mean,
/// in any order.
/// </summary>
internal static class MailDate
{
    /// <summary>
    /// Parses a date. The zone is kept; an unknown zone, <c>-0000</c> or none means that the time is UTC (RFC 5322
    /// §4.3).
    /// </summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out DateTimeOffset date) => TryParse(text, out date, out _);

    /// <summary>The same; <paramref name="isZoneKnown"/> says whether the zone was given.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out DateTimeOffset date, out bool isZoneKnown)
    {
        if (StandardMailDate.TryParse(text, out date, out isZoneKnown))
            return true;
        MailDateFields fields = default(MailDateFields);
        MailDateTokens tokens = new(text);
        while (tokens.TryNext(out MailDateToken token))
        {
            if (token.IsNumber)
                ReadNumber(ref fields, ref tokens, token);
            else if (token.IsWord)
                ReadWord(ref fields, token);
            else if (token.Sign != 0)
                ReadZone(ref fields, ref tokens, token);
        }

        isZoneKnown = fields.IsZoneKnown;
        return fields.TryBuild(out date);
    }

    private static void ReadNumber(ref MailDateFields fields, ref MailDateTokens tokens, scoped in MailDateToken token)
    {
        if (!fields.HasTime
            && (tokens.TryTake(':') || (fields.HasDate && token.Digits <= 2 && tokens.TryTakeBetweenDigits('.'))))
        {
            ReadTime(ref fields, ref tokens, token);
        }
        else if (token.Digits is 8 or 14)
        {
            fields.SetCompactDate(token);
        }
        else if (fields is { HasTime: false, HasDate: true } && token.Digits == 6)
        {
            fields.SetCompactTime(token, 0);
        }
        else if (fields is { HasTime: true, HasDate: true } && token.Digits == 4)
        {
            // A zone that lost its sign.
            fields.SetNumericZone(1, token, minutes: null);
        }
        else
        {
            fields.AddDateNumber(token);
        }
    }

    private static void ReadTime(ref MailDateFields fields, ref MailDateTokens tokens, scoped in MailDateToken hour)
    {
        int minute = tokens.TakeNumber();
        int second = tokens.TryTake(':') || tokens.TryTakeBetweenDigits('.') ? tokens.TakeNumber() : 0;
        if (tokens.TryTakeBetweenDigits('.') || tokens.TryTakeBetweenDigits(','))
            tokens.TakeNumber();
        fields.SetTime(hour.Number, minute, second);
    }

    private static void ReadWord(ref MailDateFields fields, scoped in MailDateToken token)
    {
        if (token.Text is [(byte)'T' or (byte)'t'] && !fields.HasTime)
            return;
        int month = MonthNames.Find(token.Text);
        if (month != 0 && !(fields.HasMonth && fields.HasTime))
            fields.SetMonth(month);
        else if (fields.HasTime)
            fields.SetTimeWord(token.Text);
    }

    // "-" is a sign after a time, and a separator within a date.
    private static void ReadZone(ref MailDateFields fields, ref MailDateTokens tokens, scoped in MailDateToken sign)
    {
        if (!fields.HasTime || (sign.IsAttached && !fields.EndsInTime)
            || !tokens.TryTakeAttachedNumber(out MailDateToken number))
        {
            return;
        }

        int? minutes = number.Digits <= 2 && tokens.TryTake(':') ? tokens.TakeNumber() : null;
        fields.SetNumericZone(sign.Sign, number, minutes);
    }
}
