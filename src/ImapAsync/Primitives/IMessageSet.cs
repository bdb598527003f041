namespace ImapAsync;

/// <summary>
/// <see cref="UidSet"/> or <see cref="SequenceSet"/>: what a command or a result that exists for both is generic in.
/// Only these two implement it.
/// </summary>
/// <typeparam name="TSelf">The set.</typeparam>
public interface IMessageSet<TSelf>
    where TSelf : IMessageSet<TSelf>
{
    /// <summary>The numbers, whatever they name.</summary>
    internal NumberSet Numbers { get; }

    /// <summary>The set with these numbers; sets that many have, such as the empty one, are one object each.</summary>
    internal static abstract TSelf Wrap(in NumberSet numbers);
}
