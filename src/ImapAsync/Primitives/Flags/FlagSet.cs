using System.Buffers;
using System.Collections;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json.Serialization;
using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>A set of flags, each at most once, ignoring case: <c>[Flag.Seen, "$Forwarded"]</c>.</summary>
[JsonConverter(typeof(ImapJsonConverter<FlagSet>))]
[CollectionBuilder(typeof(FlagSet), nameof(Of))]
public sealed class FlagSet : IReadOnlyCollection<Flag>, IEquatable<FlagSet>, IJsonForm<FlagSet>
{
    private readonly SystemFlags _system;
    private readonly Flag[] _keywords;

    internal FlagSet(SystemFlags system, Flag[] keywords)
    {
        _system = system;
        _keywords = keywords;
    }

    /// <summary>An empty set.</summary>
    public static FlagSet Empty { get; } = new(SystemFlags.None, []);

    internal SystemFlags SystemFlags => _system;

    internal ReadOnlySpan<Flag> Keywords => _keywords;

    /// <summary>The number of flags in the set.</summary>
    public int Count => BitOperations.PopCount((uint)_system) + _keywords.Length;

    /// <summary>Creates a set of flags.</summary>
    public static FlagSet Of(params ReadOnlySpan<Flag> flags)
    {
        FlagSetBuilder builder = new();
        foreach (Flag flag in flags)
            builder.Add(flag);
        return builder.Build();
    }

    /// <summary>Whether the flag is in the set.</summary>
    public bool Contains(Flag flag)
    {
        SystemFlags bit = SystemFlagTable.ToBit(flag.Name);
        return bit != SystemFlags.None ? (_system & bit) == bit : Array.IndexOf(_keywords, flag) >= 0;
    }

    /// <summary>A set with one flag.</summary>
    public static implicit operator FlagSet(Flag flag) => Of(flag);

    /// <summary>The flags in either set.</summary>
    public static FlagSet operator |(FlagSet left, FlagSet right)
    {
        FlagSetBuilder builder = new();
        foreach (Flag flag in left)
            builder.Add(flag);
        foreach (Flag flag in right)
            builder.Add(flag);
        return builder.Build();
    }

    /// <summary>The flags in the left set but not in the right one.</summary>
    public static FlagSet operator -(FlagSet left, FlagSet right)
    {
        FlagSetBuilder builder = new();
        foreach (Flag flag in left)
        {
            if (!right.Contains(flag))
                builder.Add(flag);
        }

        return builder.Build();
    }

    /// <summary>Whether both contain the same flags.</summary>
    public static bool operator ==(FlagSet? left, FlagSet? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether they contain different flags.</summary>
    public static bool operator !=(FlagSet? left, FlagSet? right) => !(left == right);

    /// <summary>
    /// Enumerates the flags: system flags first, then keywords in the order in which they were given.
    /// </summary>
    public FlagSetEnumerator GetEnumerator() => new(this);

    IEnumerator<Flag> IEnumerable<Flag>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public bool Equals(FlagSet? other)
    {
        if (ReferenceEquals(this, other))
            return true;
        if (other is null || _system != other._system || _keywords.Length != other._keywords.Length)
            return false;
        foreach (Flag keyword in _keywords)
        {
            if (Array.IndexOf(other._keywords, keyword) < 0)
                return false;
        }

        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as FlagSet);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        // The order of keywords must not matter.
        int hash = (int)_system;
        foreach (Flag keyword in _keywords)
            hash += keyword.GetHashCode();
        return hash;
    }

    /// <summary>The flags as IMAP writes them: <c>(\Seen $Forwarded)</c>.</summary>
    public override string ToString()
    {
        StringBuilder text = new("(");
        foreach (Flag flag in this)
            text.Append(text.Length > 1 ? " " : "").Append(flag.Name);
        return text.Append(')').ToString();
    }

    /// <summary>Writes the flags as an argument, including the parentheses.</summary>
    internal void WriteTo(IBufferWriter<byte> output)
    {
        output.Write("("u8);
        bool first = true;
        foreach (Flag flag in this)
        {
            if (!first)
                output.Write(" "u8);
            flag.WriteTo(output);
            first = false;
        }

        output.Write(")"u8);
    }

    static JsonConverter<FlagSet> IJsonForm<FlagSet>.Form => new WordsJson<FlagSet>(
        set => set.Select(flag => flag.Name), names => Of([.. names.Select(Flag.FromServer)]));
}
