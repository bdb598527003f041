namespace ImapAsync.Tests;

/// <summary>What the model server reports about a message.</summary>
[Flags]
internal enum Items
{
    None = 0,
    Uid = 1 << 0,
    Flags = 1 << 1,
    ModSequence = 1 << 2,
    InternalDate = 1 << 3,
    Size = 1 << 4,
    Envelope = 1 << 5,
    Structure = 1 << 6,
    EmailId = 1 << 7,
    ThreadId = 1 << 8,
    Preview = 1 << 9,
    SaveDate = 1 << 10,
    GmailId = 1 << 11,
    Whole = 1 << 12,
    PartOne = 1 << 13,
    PartTwo = 1 << 14,
    Fields = 1 << 15,
    Mime = 1 << 16,
    Binary = 1 << 17,

    All = (1 << 18) - 1,

    /// <summary>What can be as large as a message.</summary>
    Bodies = Whole | PartOne | PartTwo | Binary,

    /// <summary>What changes, and comes unsolicited.</summary>
    Changeable = Flags | ModSequence,

    /// <summary>Everything that updates consist of.</summary>
    News = Uid | Changeable,
}
