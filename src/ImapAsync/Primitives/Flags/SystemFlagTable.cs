namespace ImapAsync;

/// <summary>Maps between a system flag and its bit.</summary>
internal static class SystemFlagTable
{
    public const int Count = 7;

    private static readonly Flag[] InOrder =
        [Flag.Answered, Flag.Flagged, Flag.Deleted, Flag.Seen, Flag.Draft, Flag.Recent, Flag.Any];

    public static Flag ToFlag(int bitNumber) => InOrder[bitNumber];

    /// <summary>The flag's bit; none for a keyword and for a system flag of an extension.</summary>
    public static SystemFlags ToBit(string name)
    {
        if (name is not ['\\', _, ..])
            return SystemFlags.None;
        // The second letter leaves one candidate, except for \Draft and \Deleted.
        (string? candidate, SystemFlags bit) = (char)(name[1] | 0x20) switch
        {
            's' => (@"\Seen", SystemFlags.Seen),
            'a' => (@"\Answered", SystemFlags.Answered),
            'f' => (@"\Flagged", SystemFlags.Flagged),
            'd' when name.Length == 6 => (@"\Draft", SystemFlags.Draft),
            'd' => (@"\Deleted", SystemFlags.Deleted),
            'r' => (@"\Recent", SystemFlags.Recent),
            '*' => (@"\*", SystemFlags.Any),
            _ => ("", SystemFlags.None),
        };
        return name.Equals(candidate, StringComparison.OrdinalIgnoreCase) ? bit : SystemFlags.None;
    }
}
