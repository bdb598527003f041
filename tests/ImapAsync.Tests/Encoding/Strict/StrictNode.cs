using System.Text;

namespace ImapAsync.Tests;

internal enum StrictKind
{
    Word,
    Quoted,
    Literal,
    Literal8,
    List,
}

/// <summary>A token of a command as <see cref="StrictReader"/> reads it.</summary>
internal sealed record StrictNode(StrictKind Kind, byte[] Octets, IReadOnlyList<StrictNode> Items)
{
    public string Text => Encoding.Latin1.GetString(Octets);

    public override string ToString() => Kind switch
    {
        StrictKind.List => "(" + string.Join(' ', Items) + ")",
        StrictKind.Word => Text,
        _ => $"{Kind}\"{Canon.Octets(Octets)}\"",
    };
}
