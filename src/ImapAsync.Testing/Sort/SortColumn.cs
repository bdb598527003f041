namespace ImapAsync.Testing;

/// <summary>The values by which messages are sorted for each key.</summary>
internal static class SortColumn
{
    private static readonly IComparer<byte[]> Texts = Comparer<byte[]>.Create(CaseMap.Compare);

    public static bool IsKnown(string key) => TextOf(key) is not null || NumberOf(key) is not null;

    /// <summary>Sorts by another key. The values are computed once for each message.</summary>
    public static IOrderedEnumerable<IMessageView> Append(
        IOrderedEnumerable<IMessageView>? sorted, IEnumerable<IMessageView> messages, SortKey key)
    {
        if (TextOf(key.Name) is { } text)
            return Append(sorted, messages, message => CaseMap.Key(text(message.Mime)), Texts, key.IsReversed);
        Func<IMessageView, long> number = NumberOf(key.Name)
            ?? throw new ArgumentException($"{key.Name} is not a sort key.", nameof(key));
        return Append(sorted, messages, number, Comparer<long>.Default, key.IsReversed);
    }

    private static IOrderedEnumerable<IMessageView> Append<T>(
        IOrderedEnumerable<IMessageView>? sorted, IEnumerable<IMessageView> messages, Func<IMessageView, T> value,
        IComparer<T> comparer, bool reversed)
    {
        if (sorted is null)
            return reversed ? messages.OrderByDescending(value, comparer) : messages.OrderBy(value, comparer);
        return reversed ? sorted.ThenByDescending(value, comparer) : sorted.ThenBy(value, comparer);
    }

    private static Func<MimeEntity, string>? TextOf(string key) => key switch
    {
        "CC" => static message => SortAddress.Mailbox(message, "Cc"),
        "FROM" => static message => SortAddress.Mailbox(message, "From"),
        "TO" => static message => SortAddress.Mailbox(message, "To"),
        "DISPLAYFROM" => static message => SortAddress.Display(message, "From"),
        "DISPLAYTO" => static message => SortAddress.Display(message, "To"),
        "SUBJECT" => static message => BaseSubject.Of(message).Text,
        _ => null,
    };

    private static Func<IMessageView, long>? NumberOf(string key) => key switch
    {
        "ARRIVAL" => static message => message.InternalDate.UtcTicks,
        "DATE" => static message => SentDate.Of(message).Ticks,
        "SIZE" => static message => message.Octets.Length,
        _ => null,
    };
}
