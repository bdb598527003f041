using System.Buffers;
using System.Runtime.InteropServices;

namespace ImapAsync;

/// <summary>
/// A growing array into which commands are encoded before they are sent, so that a command that cannot be encoded
/// leaves no trace on the wire. It is reused; a large one is returned.
/// </summary>
internal sealed class EncodeBuffer : IBufferWriter<byte>
{
    private const int KeptCapacity = 16 << 10;

    private byte[] _array = [];
    private List<OutboundLiteral>? _literals;

    public int Length { get; private set; }

    public bool IsEmpty => _array.Length == 0;

    public ReadOnlySpan<byte> Written => _array.AsSpan(0, Length);

    /// <summary>The literals that are not in the octets, in order.</summary>
    public ReadOnlySpan<OutboundLiteral> Literals => CollectionsMarshal.AsSpan(_literals);

    public void Add(OutboundLiteral literal) => (_literals ??= []).Add(literal);

    public void Advance(int count) => Length += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _array.AsMemory(Length);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _array.AsSpan(Length);
    }

    public void Write(byte value)
    {
        Reserve(1);
        _array[Length++] = value;
    }

    public void Reset()
    {
        Clear();
        if (_array.Length <= KeptCapacity)
            return;

        ArrayPool<byte>.Shared.Return(_array, clearArray: true);
        _array = [];
    }

    /// <summary>Returns the array, cleared because it may have held a password.</summary>
    public void Release()
    {
        Clear();
        if (_array.Length > 0)
            ArrayPool<byte>.Shared.Return(_array, clearArray: true);
        _array = [];
    }

    private void Clear()
    {
        Length = 0;
        _literals?.Clear();
    }

    private void Reserve(int size)
    {
        size = Math.Max(size, 16);
        if (_array.Length - Length >= size)
            return;

        byte[] larger = ArrayPool<byte>.Shared.Rent(Math.Max(256, Math.Max(_array.Length * 2, Length + size)));
        Written.CopyTo(larger);
        if (_array.Length > 0)
            ArrayPool<byte>.Shared.Return(_array, clearArray: true);
        _array = larger;
    }
}
