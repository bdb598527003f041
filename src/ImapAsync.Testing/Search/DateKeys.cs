namespace ImapAsync.Testing;

/// <summary>
/// The search keys for dates: by day, ignoring time and zone (RFC 9051 §6.4.4, RFC 8514), or by age (RFC 5032).
/// </summary>
internal static class DateKeys
{
    /// <summary>Null if it is not such a key.</summary>
    public static SearchCriterion? Read(string key, ref SearchArgumentReader arguments)
    {
        switch (key)
        {
            case "OLDER":
                long least = ReadInterval(ref arguments);
                return subject => AgeOf(subject) >= least;
            case "YOUNGER":
                long most = ReadInterval(ref arguments);
                return subject => AgeOf(subject) <= most;
            case "SAVEDATESUPPORTED":
                return static _ => true;
            default:
                return ReadDay(key, ref arguments);
        }
    }

    private static SearchCriterion? ReadDay(string key, ref SearchArgumentReader arguments)
    {
        Func<SearchSubject, DateOnly?>? dayOf = key switch
        {
            "BEFORE" or "ON" or "SINCE" => static subject => DateOnly.FromDateTime(subject.Message.InternalDate.Date),
            "SAVEDBEFORE" or "SAVEDON" or "SAVEDSINCE" =>
                static subject => DateOnly.FromDateTime(subject.Message.SaveDate.Date),
            "SENTBEFORE" or "SENTON" or "SENTSINCE" => static subject => subject.SentDay,
            _ => null,
        };
        if (dayOf is null)
            return null;

        // A message without a date is neither before, on nor since one.
        DateOnly wanted = arguments.ReadDate();
        if (key.EndsWith("BEFORE", StringComparison.Ordinal))
            return subject => dayOf(subject) < wanted;
        return key.EndsWith("ON", StringComparison.Ordinal)
            ? subject => dayOf(subject) == wanted
            : subject => dayOf(subject) >= wanted;
    }

    // In whole seconds, as messages have them (RFC 5032 §2).
    private static long AgeOf(SearchSubject subject) =>
        subject.Context.Now.ToUnixTimeSeconds() - subject.Message.InternalDate.ToUnixTimeSeconds();

    private static long ReadInterval(ref SearchArgumentReader arguments)
    {
        ulong seconds = arguments.ReadNumber("a number of seconds above 0", least: 1);
        return (long)Math.Min(seconds, uint.MaxValue);
    }
}
