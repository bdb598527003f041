namespace ImapAsync.Testing;

/// <summary>Somebody who writes mail.</summary>
internal sealed record Person(string Name, string Address)
{
    /// <summary>As it stands in a header.</summary>
    public string Header => $"{MessageParts.Word(Name)} <{Address}>";
}
