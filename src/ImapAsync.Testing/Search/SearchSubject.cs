namespace ImapAsync.Testing;

/// <summary>
/// A message while it is compared with search keys; its texts are decoded once, and only if a key needs them.
/// </summary>
internal sealed class SearchSubject(IMessageView message, SearchContext context)
{
    private List<string>? _bodyTexts;

    public IMessageView Message { get; } = message;

    public SearchContext Context { get; } = context;

    /// <summary>
    /// The day of the Date field, ignoring time and zone (RFC 9051 §6.4.4, SENTON); null if there is none that can be
    /// parsed.
    /// </summary>
    public DateOnly? SentDay =>
        Message.Mime.Header.Fields.TryGetField("Date", out MailHeaderField sent)
            && MailDate.TryParse(sent.RawValue.Span, out DateTimeOffset date)
            ? DateOnly.FromDateTime(date.Date)
            : null;

    /// <summary>Whether a field with this name contains the text, which is folded by <see cref="CaseMap"/>.</summary>
    public bool FieldContains(string name, string text)
    {
        foreach (MailHeaderField field in Message.Mime.Header.Fields)
        {
            if (field.Name.Equals(name, StringComparison.OrdinalIgnoreCase) && IsIn(CaseMap.Fold(field.Value), text))
                return true;
        }

        return false;
    }

    /// <summary>
    /// Whether an address field contains the text, which is folded by <see cref="CaseMap"/>: in the field itself, or in
    /// its addresses as ENVELOPE has them (RFC 9051 §6.4.4), written in a uniform form, <c>Ann Example
    /// &lt;ann@example.org&gt;</c>.
    /// </summary>
    public bool AddressesContain(string name, string text)
    {
        if (FieldContains(name, text))
            return true;
        foreach (MailAddressEntry address in EnvelopeAddressList.Read(Message.Mime.Header.Fields, name))
        {
            string written = $"{address.DisplayName} <{address.Mailbox}@{address.Host}>";
            if (IsIn(CaseMap.Fold(written.TrimStart()), text))
                return true;
        }

        return false;
    }

    /// <summary>Whether the body contains the text, which is folded.</summary>
    public bool BodyContains(string text)
    {
        _bodyTexts ??= EntityText.OfBody(Message.Mime).ConvertAll(CaseMap.Fold);
        foreach (string body in _bodyTexts)
        {
            if (IsIn(body, text))
                return true;
        }

        return false;
    }

    /// <summary>Whether the header or the body contains the text, which is folded.</summary>
    public bool TextContains(string text)
    {
        foreach (MailHeaderField field in Message.Mime.Header.Fields)
        {
            if (IsIn(CaseMap.Fold(field.ToString()), text))
                return true;
        }

        return BodyContains(text);
    }

    private static bool IsIn(string value, string text) => value.Contains(text, StringComparison.Ordinal);
}
