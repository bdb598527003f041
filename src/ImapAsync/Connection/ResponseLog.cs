using System.Buffers.Binary;
using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>Responses and response codes as they came, one behind the other in one array: each a header, which tells its length and which of the two it is, and its octets.</summary>
internal struct ResponseLog()
{
    private const int HeaderLength = sizeof(int);
    private const int Smallest = 128;
    private const int LongestFitted = 4096;

    private byte[] _octets = [];

    public int Length { get; private set; }

    public int Count { get; private set; }

    public readonly bool HasRoomFor(ReadOnlySpan<byte> raw) => _octets.Length - Length >= HeaderLength + raw.Length;

    public void Add(ReadOnlySpan<byte> raw, bool isCode)
    {
        if (!HasRoomFor(raw))
            Reserve(raw.Length);
        BinaryPrimitives.WriteInt32LittleEndian(_octets.AsSpan(Length), (raw.Length << 1) | (isCode ? 1 : 0));
        raw.CopyTo(_octets.AsSpan(Length + HeaderLength));
        Length += HeaderLength + raw.Length;
        Count++;
    }

    /// <summary>Makes room: enough that the next time is as far off as the log is long, within a constant.</summary>
    public void Reserve(int octets)
    {
        int needed = Length + HeaderLength + octets;
        int wanted = Math.Max(Smallest, needed + (needed / 4));
        if (_octets.Length < wanted)
            Array.Resize(ref _octets, wanted);
    }

    /// <summary>Takes out those of a name, the oldest first.</summary>
    public List<UntypedResponse> RemoveAll(string name)
    {
        List<UntypedResponse> removed = [];
        KeepWhere((raw, isCode) =>
        {
            bool isKept = !name.Equals(NameOf(raw, isCode), StringComparison.OrdinalIgnoreCase);
            if (!isKept)
                removed.Add(isCode ? new UntypedResponse(NameOf(raw, isCode).ToUpperInvariant(), Number: null, raw.ToArray()) : UntypedResponse.From(Parse(raw)));
            return isKept;
        });
        return removed;
    }

    /// <summary>Keeps the last few of each name, and those of the names that came first where there are too many names.</summary>
    public void Trim(int mostNames, int mostOfEach)
    {
        Dictionary<string, int> left = new(StringComparer.OrdinalIgnoreCase);
        KeepWhere((raw, isCode) =>
        {
            string name = NameOf(raw, isCode);
            int count = left.GetValueOrDefault(name);
            if (count == 0 && left.Count >= mostNames)
                return false;
            left[name] = count + 1;
            return true;
        });
        KeepWhere((raw, isCode) => --left[NameOf(raw, isCode)] < mostOfEach);
    }

    /// <summary>Gives back the room behind the log, where that is worth the copy.</summary>
    public void Fit()
    {
        if (Length <= LongestFitted)
            Array.Resize(ref _octets, Length);
    }

    public void Clear()
    {
        _octets = [];
        Length = Count = 0;
    }

    private void KeepWhere(Func<ReadOnlySpan<byte>, bool, bool> isKept)
    {
        int end = Length;
        Length = Count = 0;
        int size;
        for (int at = 0; at < end; at += size)
        {
            int header = BinaryPrimitives.ReadInt32LittleEndian(_octets.AsSpan(at));
            size = HeaderLength + (header >> 1);
            Span<byte> entry = _octets.AsSpan(at, size);
            if (!isKept(entry[HeaderLength..], (header & 1) != 0))
                continue;
            entry.CopyTo(_octets.AsSpan(Length));
            Length += size;
            Count++;
        }
    }

    private static string NameOf(ReadOnlySpan<byte> raw, bool isCode)
    {
        int space = raw.IndexOf((byte)' ');
        ReadOnlySpan<byte> name = isCode ? (space < 0 ? raw : raw[..space]) : Parse(raw).Name;
        return TextCache.Get(name);
    }

    private static UntaggedResponse Parse(ReadOnlySpan<byte> raw) => new(raw, ImapLimits.Default);
}
