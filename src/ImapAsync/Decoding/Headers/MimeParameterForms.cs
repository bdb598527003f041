namespace ImapAsync;

/// <summary>All the forms sent for one parameter name, which are combined into one value.</summary>
internal sealed class MimeParameterForms(string name)
{
    private string? _plain;
    private string? _extended;
    private List<MimeParameterSection>? _sections;

    public string Name => name;

    public void Add(MimeParameterName part, string value)
    {
        if (part.Section != MimeParameterName.Whole)
            AddSection(part, value);
        else if (part.IsExtended)
            _extended ??= value;
        else
            _plain ??= value;
    }

    // A sender of several forms means the extended one; the plain one is for recipients that cannot read it.
    public string Decode()
    {
        if (_extended is not null)
            return MimeParameterText.Decode([new MimeParameterSection(0, 0, IsExtended: true, _extended)]);
        if (_sections is null)
            return DecodePlain(name, _plain ?? string.Empty);
        _sections.Sort(MimeParameterSection.Compare);
        return _plain is not null && _sections[0].Number != 0
            ? DecodePlain(name, _plain)
            : MimeParameterText.Decode(Consecutive(_sections));
    }

    private void AddSection(MimeParameterName part, string value)
    {
        _sections ??= [];
        _sections.Add(new MimeParameterSection(part.Section, _sections.Count, part.IsExtended, value));
    }

    /// <summary>The value of a parameter with a single form without marks.</summary>
    // A boundary is compared octet by octet, whatever it looks like.
    public static string DecodePlain(string name, string value) =>
        name.Equals("boundary", StringComparison.OrdinalIgnoreCase) ? value : HeaderText.Decode(value);

    // Sections after a gap belong to a lost value; of two sections with the same number the first counts.
    private static List<MimeParameterSection> Consecutive(List<MimeParameterSection> sorted)
    {
        List<MimeParameterSection> kept = new(sorted.Count);
        foreach (MimeParameterSection section in sorted)
        {
            if (kept.Count > 0 && section.Number == kept[^1].Number)
                continue;
            if (kept.Count > 0 && section.Number != kept[^1].Number + 1)
                break;
            kept.Add(section);
        }

        return kept;
    }
}
