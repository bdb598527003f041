namespace ImapAsync;

/// <summary>The words that are time zones in dates.</summary>
internal static class MailDateNames
{
    // Hours and minutes east of UTC: those of RFC 5322 §4.3, and others with a single meaning. Of the military letters
    // only Z is included: the others were sent with the wrong sign for years, and that section says to read them as
    // -0000.
    private static readonly (string Name, int East)[] Zones =
    [
        ("GMT", 0), ("UTC", 0), ("UT", 0), ("Z", 0), ("EST", -500), ("EDT", -400), ("CST", -600), ("CDT", -500),
        ("MST", -700), ("MDT", -600),
        ("PST", -800), ("PDT", -700), ("AKST", -900), ("AKDT", -800), ("HST", -1000), ("AST", -400), ("ADT", -300),
        ("NST", -330), ("NDT", -230),
        ("WET", 0), ("WEST", 100), ("BST", 100), ("CET", 100), ("CEST", 200), ("MET", 100), ("MEST", 200),
        ("MEZ", 100), ("MESZ", 200),
        ("EET", 200), ("EEST", 300), ("MSK", 300), ("SGT", 800), ("HKT", 800), ("AWST", 800),
        ("JST", 900), ("KST", 900),
        ("ACST", 930), ("AEST", 1000), ("AEDT", 1100), ("NZST", 1200), ("NZDT", 1300),
    ];

    /// <summary>Minutes east of UTC; null for a name that is unknown or ambiguous.</summary>
    public static int? ZoneMinutes(ReadOnlySpan<byte> word)
    {
        foreach ((string name, int east) in Zones)
        {
            if (System.Text.Ascii.EqualsIgnoreCase(word, name))
                return (east / 100 * 60) + (east % 100);
        }

        return null;
    }
}
