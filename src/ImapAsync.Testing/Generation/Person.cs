namespace ImapAsync.Testing;

/// <summary>An author of mail.</summary>
internal sealed record Person(string Name, string Address)
{
    /// <summary>The header value.</summary>
    public string Header => $"{MessageParts.Word(Name)} <{Address}>";
}
