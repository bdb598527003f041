using System.Text;

namespace ImapAsync.Tests;

/// <summary>An expected token of a command, in any of the forms that RFC 9051 allows.</summary>
internal abstract record Wanted
{
    public abstract bool Fits(StrictNode node);

    /// <summary>A word of the protocol.</summary>
    public static Wanted Word(string word) => new WordWanted(word);

    /// <summary>Several words.</summary>
    public static Wanted[] Words(string words) => [.. words.Split(' ').Select(Word)];

    /// <summary>An astring: an atom too, where the text can be one; but never NIL, which would mean no value.</summary>
    public static Wanted AString(string text) => new StringWanted(Encoding.UTF8.GetBytes(text), MayBeAtom: true, MayBeLiteral8: false);

    /// <summary>A string: quoted or a literal.</summary>
    public static Wanted String(string text) => new StringWanted(Encoding.UTF8.GetBytes(text), MayBeAtom: false, MayBeLiteral8: false);

    public static Wanted String(byte[] octets, bool mayBeLiteral8 = false) => new StringWanted(octets, MayBeAtom: false, mayBeLiteral8);

    /// <summary>A mailbox name.</summary>
    public static Wanted Mailbox(string name, bool utf8) => new StringWanted(utf8 ? Encoding.UTF8.GetBytes(name) : StrictMailboxName.Encode(name), MayBeAtom: true, MayBeLiteral8: false);

    public static Wanted List(params IEnumerable<Wanted> items) => new ListWanted([.. items]);

    public static bool AllFit(IReadOnlyList<Wanted> wanted, IReadOnlyList<StrictNode> nodes) => wanted.Count == nodes.Count && wanted.Zip(nodes).All(static pair => pair.First.Fits(pair.Second));

    private sealed record WordWanted(string Text) : Wanted
    {
        public override bool Fits(StrictNode node) => node.Kind == StrictKind.Word && node.Text == Text;

        public override string ToString() => Text;
    }

    private sealed record StringWanted(byte[] Octets, bool MayBeAtom, bool MayBeLiteral8) : Wanted
    {
        public override bool Fits(StrictNode node)
        {
            bool kind = node.Kind switch
            {
                StrictKind.Word => MayBeAtom && !node.Text.Equals("NIL", StringComparison.OrdinalIgnoreCase) && node.Text.IndexOfAny(['\\', ']']) < 0,
                StrictKind.Quoted or StrictKind.Literal => true,
                StrictKind.Literal8 => MayBeLiteral8,
                _ => false,
            };
            return kind && node.Octets.AsSpan().SequenceEqual(Octets);
        }

        public override string ToString() => $"string\"{Canon.Octets(Octets)}\"";
    }

    private sealed record ListWanted(IReadOnlyList<Wanted> Items) : Wanted
    {
        public override bool Fits(StrictNode node) => node.Kind == StrictKind.List && AllFit(Items, node.Items);

        public override string ToString() => "(" + string.Join(' ', Items) + ")";
    }
}
