namespace ImapAsync;

/// <summary>The system flags as bits, in the order in which sets are written.</summary>
[Flags]
internal enum SystemFlags : byte
{
    None = 0,
    Answered = 1,
    Flagged = 2,
    Deleted = 4,
    Seen = 8,
    Draft = 16,
    Recent = 32,
    Any = 64,
}
