namespace ImapAsync;

/// <summary>An item in a FETCH response: one that it contains, or the body whose octets will be streamed.</summary>
internal readonly ref struct AnsweredItem
{
    private readonly FetchItemName _name;
    private readonly StreamedLiteral? _body;

    public AnsweredItem(FetchItemName name) => _name = name;

    public AnsweredItem(StreamedLiteral body) => _body = body;

    public FetchItemKinds Kind => _body is null ? _name.Kind : FetchItemKinds.Section;

    /// <summary>Whether it has the name of a requested item.</summary>
    public bool Is(FetchItem asked)
    {
        if (asked.Kind != Kind)
            return false;
        if (_body is { } body)
            return asked.Section == body.Section && asked.IsBinary == body.IsBinary;
        if (asked.Section is not { } section)
            return System.Text.Ascii.EqualsIgnoreCase(_name.Octets, asked.Name);
        return (Kind != FetchItemKinds.Section || asked.IsBinary == _name.IsBinary)
            && FetchedSections.Names(_name, section);
    }
}
