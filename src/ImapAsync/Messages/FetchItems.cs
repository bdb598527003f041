using System.Collections;
using System.Runtime.CompilerServices;

namespace ImapAsync;

/// <summary>
/// The items that a FETCH requests (RFC 9051 §6.4.5): <c>FetchItems.Flags | FetchItems.Envelope</c>, or
/// <c>[FetchItem.Flags, FetchItem.Body()]</c>. Each item once, in the given order, but UID first and whole bodies
/// last, so that everything else about a message is known when its body arrives.
/// </summary>
[CollectionBuilder(typeof(FetchItems), nameof(Of))]
public sealed class FetchItems : IReadOnlyList<FetchItem>, IEquatable<FetchItems>
{
    private readonly FetchItem[] _items;

    private FetchItems(FetchItem[] items)
    {
        _items = items;
        foreach (FetchItem item in items)
        {
            Twins |= Kinds & item.Kind & FetchItemKinds.Named;
            Kinds |= item.Kind;
            HasBodies |= item.IsStreamable;
        }
    }

    /// <inheritdoc cref="FetchItem.Uid"/>
    public static FetchItems Uid { get; } = new([FetchItem.Uid]);

    /// <inheritdoc cref="FetchItem.Flags"/>
    public static FetchItems Flags { get; } = new([FetchItem.Flags]);

    /// <inheritdoc cref="FetchItem.InternalDate"/>
    public static FetchItems InternalDate { get; } = new([FetchItem.InternalDate]);

    /// <inheritdoc cref="FetchItem.Size"/>
    public static FetchItems Size { get; } = new([FetchItem.Size]);

    /// <inheritdoc cref="FetchItem.Envelope"/>
    public static FetchItems Envelope { get; } = new([FetchItem.Envelope]);

    /// <inheritdoc cref="FetchItem.BodyStructure"/>
    public static FetchItems BodyStructure { get; } = new([FetchItem.BodyStructure]);

    /// <inheritdoc cref="FetchItem.ModSequence"/>
    public static FetchItems ModSequence { get; } = new([FetchItem.ModSequence]);

    /// <inheritdoc cref="FetchItem.Preview"/>
    public static FetchItems Preview { get; } = new([FetchItem.Preview]);

    /// <summary>The header of the message (<c>BODY.PEEK[HEADER]</c>), without setting <c>\Seen</c>.</summary>
    public static FetchItems Header { get; } = new([FetchItem.Body(BodySection.Header)]);

    /// <summary>The whole message (<c>BODY.PEEK[]</c>), without setting <c>\Seen</c>.</summary>
    public static FetchItems FullBody { get; } = new([FetchItem.Body()]);

    /// <summary>
    /// FLAGS, INTERNALDATE and RFC822.SIZE: the items of the macro FAST. They are sent individually, since Gmail
    /// refuses macros.
    /// </summary>
    public static FetchItems FastMacro { get; } = Of(FetchItem.Flags, FetchItem.InternalDate, FetchItem.Size);

    /// <summary><see cref="FastMacro"/> and ENVELOPE: the items of the macro ALL.</summary>
    public static FetchItems AllMacro { get; } = FastMacro | Envelope;

    /// <summary><see cref="AllMacro"/> and BODY: the items of the macro FULL.</summary>
    public static FetchItems FullMacro { get; } = AllMacro | FetchItem.BasicBodyStructure;

    /// <inheritdoc/>
    public int Count => _items.Length;

    internal FetchItemKinds Kinds { get; }

    /// <summary>The kinds with several items, which are distinguished only by their names.</summary>
    internal FetchItemKinds Twins { get; }

    /// <summary>The same items and UID.</summary>
    internal FetchItems WithUid => (Kinds & FetchItemKinds.Uid) == FetchItemKinds.None ? FetchItem.Uid | this : this;

    /// <summary>Whether a value can be as large as a message.</summary>
    internal bool HasBodies { get; }

    /// <inheritdoc/>
    public FetchItem this[int index] => _items[index];

    /// <summary>Creates a set of items.</summary>
    public static FetchItems Of(params ReadOnlySpan<FetchItem> items)
    {
        List<FetchItem> ordered = new(items.Length);
        for (int rank = 0; rank <= 2; rank++)
        {
            foreach (FetchItem item in items)
            {
                ArgumentNullException.ThrowIfNull(item, nameof(items));
                if (Rank(item) == rank && !ordered.Contains(item))
                    ordered.Add(item);
            }
        }

        return new FetchItems([.. ordered]);
    }

    /// <summary>A set with one item.</summary>
    public static implicit operator FetchItems(FetchItem item) => Of(item);

    /// <summary>The items in either set.</summary>
    public static FetchItems operator |(FetchItems left, FetchItems right) => Of([.. left._items, .. right._items]);

    /// <summary>Whether both request the same items in the same order.</summary>
    public static bool operator ==(FetchItems? left, FetchItems? right) =>
        left is null ? right is null : left.Equals(right);

    /// <summary>Whether they request different items, or in a different order.</summary>
    public static bool operator !=(FetchItems? left, FetchItems? right) => !(left == right);

    /// <inheritdoc/>
    public IEnumerator<FetchItem> GetEnumerator() => ((IEnumerable<FetchItem>)_items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public bool Equals(FetchItems? other) => other is not null && _items.AsSpan().SequenceEqual(other._items);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as FetchItems);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        HashCode hash = default;
        foreach (FetchItem item in _items)
            hash.Add(item);
        return hash.ToHashCode();
    }

    /// <summary>The items as in the command: <c>(UID FLAGS)</c>.</summary>
    public override string ToString() => $"({string.Join<FetchItem>(' ', _items)})";

    private static int Rank(FetchItem item) => item.Kind == FetchItemKinds.Uid ? 0 : item.IsStreamable ? 2 : 1;
}
