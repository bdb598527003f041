using System.Collections;
using System.Runtime.CompilerServices;

namespace ImapAsync;

/// <summary>
/// Enumerates the numbers of a <see cref="UidSet"/> or a <see cref="SequenceSet"/> in ascending order, without
/// allocating.
/// </summary>
/// <typeparam name="TNumber"><see cref="Uid"/> or <see cref="SequenceNumber"/>.</typeparam>
public struct NumberSetEnumerator<TNumber> : IEnumerator<TNumber>
    where TNumber : unmanaged
{
    private readonly NumberRange<uint>[] _ranges;
    private int _next;
    private uint _current;
    private uint _last;

    internal NumberSetEnumerator(NumberRange<uint>[] ranges) => _ranges = ranges;

    /// <inheritdoc/>
    public readonly TNumber Current => Unsafe.BitCast<uint, TNumber>(_current);

    readonly object IEnumerator.Current => Current;

    /// <inheritdoc/>
    public bool MoveNext()
    {
        if (_current < _last)
        {
            _current++;
            return true;
        }

        if (_next == _ranges.Length)
            return false;
        (_current, _last) = _ranges[_next++];
        return true;
    }

    /// <inheritdoc/>
    public void Reset() => (_next, _current, _last) = (0, 0, 0);

    /// <inheritdoc/>
    public readonly void Dispose()
    {
    }
}
