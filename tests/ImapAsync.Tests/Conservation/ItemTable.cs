using System.Globalization;

namespace ImapAsync.Tests;

/// <summary>How each item is requested, and what the server reports about a message: every value contains the message's UID, and those that change also how often they did.</summary>
internal static class ItemTable
{
    /// <summary>How many versions of a message's flags its mod-sequence can distinguish.</summary>
    public const int Versions = 1000;

    public static readonly DateTimeOffset Internal = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
    public static readonly DateTimeOffset Saved = new(2021, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly BodySection One = BodySection.Part(1);
    private static readonly BodySection Two = BodySection.Part(2);

    public static readonly IReadOnlyList<ItemKind> All =
    [
        new(Items.Uid, FetchItem.Uid, "UID"),
        new(Items.Flags, FetchItem.Flags, "FLAGS"),
        new(Items.ModSequence, FetchItem.ModSequence, "MODSEQ"),
        new(Items.InternalDate, FetchItem.InternalDate, "INTERNALDATE"),
        new(Items.Size, FetchItem.Size, "RFC822.SIZE"),
        new(Items.Envelope, FetchItem.Envelope, "ENVELOPE"),
        new(Items.Structure, FetchItem.BodyStructure, "BODYSTRUCTURE"),
        new(Items.EmailId, FetchItem.EmailId, "EMAILID"),
        new(Items.ThreadId, FetchItem.ThreadId, "THREADID"),
        new(Items.Preview, FetchItem.Preview, "PREVIEW"),
        new(Items.SaveDate, FetchItem.SaveDate, "SAVEDATE"),
        new(Items.GmailId, FetchItem.Raw("X-GM-MSGID"), "X-GM-MSGID"),
        new(Items.Whole, FetchItem.Body(), "BODY[]", BodySection.Full),
        new(Items.PartOne, FetchItem.Body(One), "BODY[1]", One),
        new(Items.PartTwo, FetchItem.Body(Two), "BODY[2]", Two),
        new(Items.Fields, FetchItem.Body(BodySection.HeaderFields("X-Id")), "BODY[HEADER.FIELDS (X-Id)]", BodySection.HeaderFields("X-Id")),
        new(Items.Mime, FetchItem.Body(BodySection.Mime(1)), "BODY[1.MIME]", BodySection.Mime(1)),
        new(Items.Binary, FetchItem.Binary(One), "BINARY[1]", One, IsBinary: true),
    ];

    /// <summary>The item's octets outside literals: <c>RFC822.SIZE 1007</c>.</summary>
    public static string Value(Items item, uint uid, int version) => item switch
    {
        Items.Uid => uid.ToString(CultureInfo.InvariantCulture),
        Items.Flags => string.Create(CultureInfo.InvariantCulture, $"(\\Seen k{uid}v{version})"),
        Items.ModSequence => string.Create(CultureInfo.InvariantCulture, $"({((long)uid * Versions) + version})"),
        Items.InternalDate => $"\"{Date(Internal, uid)}\"",
        Items.Size => string.Create(CultureInfo.InvariantCulture, $"{1000 + uid}"),
        Items.Structure => string.Create(CultureInfo.InvariantCulture, $"(\"TEXT\" \"PLAIN\" (\"CHARSET\" \"US-ASCII\") NIL NIL \"7BIT\" {1000 + uid} 1 NIL NIL NIL NIL)"),
        Items.EmailId => string.Create(CultureInfo.InvariantCulture, $"(M{uid})"),
        Items.ThreadId => string.Create(CultureInfo.InvariantCulture, $"(T{uid})"),
        Items.SaveDate => $"\"{Date(Saved, uid)}\"",
        Items.GmailId => string.Create(CultureInfo.InvariantCulture, $"{1000 + uid}"),
        _ => throw new ArgumentOutOfRangeException(nameof(item), item, "Its value is text."),
    };

    /// <summary>The text of an item that is text: some of it looks like responses.</summary>
    public static string Text(Items item, uint uid) => item switch
    {
        Items.Envelope => string.Create(CultureInfo.InvariantCulture, $"s{uid}"),
        Items.Preview => string.Create(CultureInfo.InvariantCulture, $"p{uid}"),
        Items.Fields or Items.Mime => string.Create(CultureInfo.InvariantCulture, $"X-Id: {item}{uid}\r\n\r\n"),
        _ when uid % 3 == 0 => string.Create(CultureInfo.InvariantCulture, $"{item}{uid}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{item}{uid}\r\n)\r\n* 1 FETCH (UID 1 FLAGS (k1v1) BODY[] {{3}}\r\nA1 OK done\r\n"),
    };

    /// <summary>Whether such a value may be a quoted string.</summary>
    public static bool MayBeQuoted(string text) => !text.Contains('\n', StringComparison.Ordinal);

    private static string Date(DateTimeOffset from, uint uid) => from.AddSeconds(uid).ToString("dd-MMM-yyyy HH:mm:ss +0000", CultureInfo.InvariantCulture);
}
