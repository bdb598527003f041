namespace ImapAsync;

/// <summary>
/// Object identifiers: <c>"(" objectid ")"</c> (RFC 8474 §7), also without the parentheses; NIL means none.
/// </summary>
internal static class ObjectIdToken
{
    public static string? Read(ResponseValue value)
    {
        ListReader list = value.Elements;
        return value.IsList ? list.Next().Text : value.Text;
    }

    /// <summary>The same, but notes anything that is not an identifier, or more than one.</summary>
    public static string? Read(ResponseValue value, ref Damage damage)
    {
        ListReader list = value.Elements;
        ResponseValue id = value.IsList ? list.Next() : value;
        bool isOne = !id.IsMissing && !id.IsList && !list.MoveNext() && !list.IsCutOff;
        if (!isOne || list.IsAtListEnd != value.IsList)
            damage.Note("an identifier", value.Octets);
        return id.Text;
    }

    /// <summary>
    /// What was expected in the code MAILBOXID if it is unreadable; null for another code, and if it says nothing.
    /// </summary>
    public static string? ExpectedIn(ResponseCode code)
    {
        Damage damage = default;
        ListReader arguments = ListReader.Bare(code.Arguments.Span);
        if (!code.Is(ResponseCodes.MailboxId) || (!arguments.MoveNext() && !code.IsUnclosed))
            return null;
        Read(arguments.Current, ref damage);
        return damage.IsAny || code.IsUnclosed
            || arguments.MoveNext() || arguments.IsCutOff
            ? "the identifier of a mailbox"
            : null;
    }

    /// <summary>The identifier in the code MAILBOXID; null for another code, and if it is unreadable.</summary>
    public static string? Of(ResponseCode? code)
    {
        if (code is null || !code.IsWhole(ResponseCodes.MailboxId))
            return null;
        ListReader arguments = ListReader.Bare(code.Arguments.Span);
        return Read(arguments.Next());
    }
}
