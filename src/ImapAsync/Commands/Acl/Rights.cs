using System.Buffers;
using System.Text.Json.Serialization;
using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// Rights on a mailbox, a letter or digit for each (RFC 4314 §2): <c>Rights.Lookup + Rights.Read</c>, or <c>"lr"</c>.
/// </summary>
/// <remarks>
/// Servers also send the letters of RFC 2086, <c>c</c> and <c>d</c>, for clients of that time. If a server announces
/// <c>RIGHTS=</c>, they are meaningless (RFC 4314 §2.1.1); if it does not, they are all that it reports, and
/// <see cref="ExpandObsolete"/> converts them.
/// </remarks>
[JsonConverter(typeof(ImapJsonConverter<Rights>))]
public readonly struct Rights : IEquatable<Rights>, IJsonForm<Rights>
{
    // The order of RFC 4314 §2.1; letters defined elsewhere follow.
    private const string Order = "lrswipkxteacdn0123456789bfghjmoquvyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static readonly SearchValues<char> Allowed = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789");

    private readonly ulong _bits;

    /// <summary>Creates a set of rights.</summary>
    /// <param name="letters">A letter or digit for each right, such as <c>lrs</c>; may be empty.</param>
    /// <exception cref="ArgumentException">There is something other than lower-case letters and digits.</exception>
    public Rights(string letters)
    {
        int bad = letters.AsSpan().IndexOfAnyExcept(Allowed);
        if (bad >= 0)
        {
            throw new ArgumentException(
                $"\"{letters}\" has a '{letters[bad]}': rights are lower-case letters and digits, such "
                + "as \"lrs\" (RFC 4314 §2).",
                nameof(letters));
        }

        foreach (char letter in letters)
            _bits |= BitOf(letter);
    }

    private Rights(ulong bits) => _bits = bits;

    /// <summary>No rights.</summary>
    public static Rights None => default;

    /// <summary><c>l</c>: LIST and LSUB show the mailbox, and it can be subscribed to.</summary>
    public static Rights Lookup { get; } = new("l");

    /// <summary><c>r</c>: SELECT and STATUS.</summary>
    public static Rights Read { get; } = new("r");

    /// <summary><c>s</c>: <c>\Seen</c> is kept across sessions.</summary>
    public static Rights KeepSeen { get; } = new("s");

    /// <summary><c>w</c>: setting flags other than <c>\Seen</c> and <c>\Deleted</c>.</summary>
    public static Rights Write { get; } = new("w");

    /// <summary><c>i</c>: APPEND and COPY into the mailbox.</summary>
    public static Rights Insert { get; } = new("i");

    /// <summary><c>p</c>: sending mail to the mailbox's own address.</summary>
    public static Rights Post { get; } = new("p");

    /// <summary><c>k</c>: CREATE mailboxes below it, and RENAME to a name below it.</summary>
    public static Rights CreateMailboxes { get; } = new("k");

    /// <summary><c>x</c>: DELETE the mailbox, and RENAME it.</summary>
    public static Rights DeleteMailbox { get; } = new("x");

    /// <summary><c>t</c>: setting <c>\Deleted</c>.</summary>
    public static Rights DeleteMessages { get; } = new("t");

    /// <summary><c>e</c>: EXPUNGE, and CLOSE that removes messages.</summary>
    public static Rights Expunge { get; } = new("e");

    /// <summary><c>a</c>: SETACL, DELETEACL, GETACL and LISTRIGHTS.</summary>
    public static Rights Administer { get; } = new("a");

    /// <summary><c>n</c>: shared annotations of messages (RFC 5257).</summary>
    public static Rights Annotate { get; } = new("n");

    /// <summary>All rights of RFC 4314: <c>lrswipkxtea</c>.</summary>
    public static Rights All { get; } = new("lrswipkxtea");

    /// <summary>Whether there are none.</summary>
    public bool IsEmpty => _bits == 0;

    /// <inheritdoc cref="Rights(string)"/>
    public static implicit operator Rights(string letters) => new(letters);

    /// <summary>The union of both.</summary>
    public static Rights operator +(Rights left, Rights right) => new(left._bits | right._bits);

    /// <summary>
    /// A text followed by the letters: <c>"my rights: " + rights</c>. To combine rights, both operands must be
    /// <see cref="Rights"/>.
    /// </summary>
    public static string operator +(string? left, Rights right) => left + right.ToString();

    /// <summary>
    /// A text preceded by the letters. To combine rights, both operands must be <see cref="Rights"/>.
    /// </summary>
    public static string operator +(Rights left, string? right) => left.ToString() + right;

    /// <summary>The left rights without the right ones.</summary>
    public static Rights operator -(Rights left, Rights right) => new(left._bits & ~right._bits);

    /// <summary>Whether both are the same rights.</summary>
    public static bool operator ==(Rights left, Rights right) => left._bits == right._bits;

    /// <summary>Whether they are different rights.</summary>
    public static bool operator !=(Rights left, Rights right) => left._bits != right._bits;

    /// <summary>
    /// Whether these are exactly the rights with the letters of the text; a text of anything else matches none.
    /// </summary>
    public static bool operator ==(Rights left, string? right) =>
        right is not null && right.AsSpan().IndexOfAnyExcept(Allowed) < 0 && left == new Rights(right);

    /// <summary>Whether these are not exactly the rights with the letters of the text.</summary>
    public static bool operator !=(Rights left, string? right) => !(left == right);

    /// <summary>Whether all of these rights are included: <c>rights.Has(Rights.Insert)</c>.</summary>
    public bool Contains(Rights all) => (_bits & all._bits) == all._bits;

    /// <summary>
    /// Replaces the letters of RFC 2086 with what they stand for (RFC 4314 §2.1.1): <c>c</c> is <c>kx</c>, <c>d</c> is
    /// <c>tex</c>. Servers of that time disagreed on which of the two allows DELETE, so <c>x</c> may be too much.
    /// </summary>
    public Rights ExpandObsolete()
    {
        Rights expanded = this - "cd";
        if (Contains("c"))
            expanded += "kx";
        return Contains("d") ? expanded + "tex" : expanded;
    }

    /// <inheritdoc/>
    public bool Equals(Rights other) => _bits == other._bits;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Rights other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _bits.GetHashCode();

    /// <summary>The letters, in the order of RFC 4314: <c>lrs</c>.</summary>
    public override string ToString()
    {
        Span<char> letters = stackalloc char[Order.Length];
        int count = 0;
        for (int i = 0; i < Order.Length; i++)
        {
            if ((_bits >> i & 1) != 0)
                letters[count++] = Order[i];
        }

        return new string(letters[..count]);
    }

    // Servers also send upper-case letters, which cannot be set.
    static JsonConverter<Rights> IJsonForm<Rights>.Form =>
        new TextJson<Rights>(rights => rights.ToString(), text => FromServer(System.Text.Encoding.UTF8.GetBytes(text)));

    // Anything but a letter or digit cannot be a right.
    internal static Rights FromServer(ReadOnlySpan<byte> letters)
    {
        ulong bits = 0;
        foreach (byte letter in letters)
            bits |= BitOf((char)letter);
        return new Rights(bits);
    }

    private static ulong BitOf(char letter)
    {
        int index = Order.IndexOf(letter, StringComparison.Ordinal);
        return index < 0 ? 0 : 1UL << index;
    }
}
