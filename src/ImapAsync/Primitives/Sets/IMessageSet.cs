namespace ImapAsync;

/// <summary>
/// <see cref="UidSet"/> or <see cref="SequenceSet"/>: the type parameter of commands and results that exist for both.
/// Only these two implement it.
/// </summary>
/// <typeparam name="TSelf">The set.</typeparam>
public interface IMessageSet<TSelf>
    where TSelf : IMessageSet<TSelf>
{
    /// <summary>The numbers, whatever they name.</summary>
    internal NumberSet Numbers { get; }

    /// <summary>The set with these numbers; common sets, such as the empty one, are shared objects.</summary>
    internal static abstract TSelf Wrap(in NumberSet numbers);
}
