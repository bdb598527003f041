namespace ImapAsync;

/// <summary>What a damaged value is taken for: tried one after the other, what is most likely first.</summary>
/// <param name="IsStrict">All fields are there, and words are words.</param>
/// <param name="HasEscapes">A backslash escapes what follows it; otherwise it is text.</param>
/// <param name="MayBeOpen">A string may lack its closing quote.</param>
/// <param name="IsAny">Nothing is known of the value but its parentheses.</param>
internal sealed record RepairWay(
    bool IsStrict = true, bool HasEscapes = true, bool MayBeOpen = false, bool IsAny = false)
{
    /// <summary>Quotes are not escaped, and backslashes are where they should be.</summary>
    public static readonly RepairWay Likeliest = new();

    /// <summary>Neither are backslashes.</summary>
    public static readonly RepairWay WithoutEscapes = new(HasEscapes: false);

    /// <summary>No other reading is tried where this one is whole.</summary>
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
