namespace ImapAsync;

/// <summary>The ways to read a damaged value, tried one after the other, the most likely first.</summary>
/// <param name="IsStrict">Whether all fields must be present, and words must be words.</param>
/// <param name="HasEscapes">Whether a backslash escapes what follows it; otherwise it is text.</param>
/// <param name="MayBeOpen">Whether a string may lack its closing quote.</param>
/// <param name="IsAny">Whether nothing is known about the value but its parentheses.</param>
internal sealed record RepairWay(
    bool IsStrict = true, bool HasEscapes = true, bool MayBeOpen = false, bool IsAny = false)
{
    /// <summary>Quotes are not escaped, but backslashes are used correctly.</summary>
    public static readonly RepairWay Likeliest = new();

    /// <summary>Backslashes are not escaped either.</summary>
    public static readonly RepairWay WithoutEscapes = new(HasEscapes: false);

    /// <summary>If this reading is complete, no other is tried.</summary>
    public static readonly RepairWay AsItStands = new(IsStrict: false, HasEscapes: false, IsAny: true);

    public static IReadOnlyList<RepairWay> All { get; } =
    [
        Likeliest,
        WithoutEscapes,
        AsItStands,
        new(MayBeOpen: true),
        new(IsStrict: false),
        new(IsAny: true),
    ];
}
