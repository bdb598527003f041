using System.Buffers.Binary;
using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// Responses and response codes as received, one after another in one array. Each has a header, with its length and
/// which of the two to take, and its octets. A status response and its code have two names and one entry.
/// </summary>
internal struct PackedResponses()
{
    private const int HeaderLength = sizeof(int);
    private const int PartsBits = 2;
    private const int Smallest = 128;
    private const int LongestFitted = 4096;

    private byte[] _octets = [];

    public int Length { get; private set; }

    public int Count { get; private set; }

    public readonly bool HasRoomFor(ReadOnlySpan<byte> raw) => _octets.Length - Length >= HeaderLength + raw.Length;

    /// <summary>Adds a response, together with its code if it has one; or only the text of a code.</summary>
    public void Add(ReadOnlySpan<byte> raw, KeptParts parts)
    {
        if (!HasRoomFor(raw))
            Reserve(raw.Length);
        BinaryPrimitives.WriteInt32LittleEndian(_octets.AsSpan(Length), (raw.Length << PartsBits) | (int)parts);
        raw.CopyTo(_octets.AsSpan(Length + HeaderLength));
        Length += HeaderLength + raw.Length;
        Count++;
    }

    /// <summary>Makes room, in proportion to the present length, so that the cost of growth is amortized.</summary>
    public void Reserve(int octets)
    {
        int needed = Length + HeaderLength + octets;
        int wanted = Math.Max(Smallest, needed + (needed / 4));
        if (_octets.Length < wanted)
            Array.Resize(ref _octets, wanted);
    }

    /// <summary>Removes and returns those with a name, oldest first.</summary>
    public List<UntypedResponse> RemoveAll(string name)
    {
        List<UntypedResponse> removed = [];
        Keep((raw, parts, part) =>
        {
            string its = NameOf(raw, parts, part);
            bool isKept = !name.Equals(its, StringComparison.OrdinalIgnoreCase);
            if (!isKept)
            {
                removed.Add(
                    part == KeptParts.Code
                        ? new UntypedResponse(its.ToUpperInvariant(), Number: null, CodeOf(raw, parts).ToArray())
                        : UntypedResponse.From(Parse(raw)));
            }

            return isKept;
        });
        return removed;
    }

    /// <summary>
    /// Keeps the last few of each name, and those of the names that came first if there are too many names.
    /// </summary>
    public void Trim(int mostNames, int mostOfEach)
    {
        Dictionary<string, int> left = new(StringComparer.OrdinalIgnoreCase);
        Keep((raw, parts, part) =>
        {
            string name = NameOf(raw, parts, part);
            int count = left.GetValueOrDefault(name);
            if (count == 0 && left.Count >= mostNames)
                return false;
            left[name] = count + 1;
            return true;
        });
        Keep((raw, parts, part) => --left[NameOf(raw, parts, part)] < mostOfEach);
    }

    /// <summary>Releases the space after the last one if that is worth the copy.</summary>
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

    /// <summary>The maximum number of octets that <see cref="WriteText"/> writes.</summary>
    public static int MaxTextLength(in StatusResponse status) =>
        System.Text.Encoding.UTF8.GetMaxByteCount(status.Code!.Name.Length + status.Text.Length + 2)
            + status.Code.Arguments.Length;

    /// <summary>
    /// Writes a code without its brackets, followed after ALERT by the text for the user; returns its length.
    /// </summary>
    public static int WriteText(in StatusResponse status, Span<byte> text)
    {
        ResponseCode code = status.Code!;
        int length = System.Text.Encoding.UTF8.GetBytes(code.Name, text);
        if (!code.Arguments.IsEmpty)
        {
            text[length++] = (byte)' ';
            code.Arguments.Span.CopyTo(text[length..]);
            length += code.Arguments.Length;
        }

        if (!code.Is(ResponseCodes.Alert) || status.Text.Length == 0)
            return length;
        text[length++] = (byte)' ';
        return length + System.Text.Encoding.UTF8.GetBytes(status.Text, text[length..]);
    }

    // Visits each part of each entry, oldest first; what is kept moves up. A code that was not UTF-8 may grow: it must
    // not overwrite an entry that has not been read yet.
    private void Keep(Func<ReadOnlySpan<byte>, KeptParts, KeptParts, bool> isKept)
    {
        int end = Length;
        byte[] entries = _octets;
        Length = Count = 0;
        for (int at = 0; at < end;)
        {
            int header = BinaryPrimitives.ReadInt32LittleEndian(entries.AsSpan(at));
            ReadOnlySpan<byte> raw = entries.AsSpan(at + HeaderLength, header >> PartsBits);
            at += HeaderLength + raw.Length;
            KeptParts parts = (KeptParts)(header & ((1 << PartsBits) - 1));
            KeptParts kept = KeptParts.None;
            if ((parts & KeptParts.Response) != KeptParts.None && isKept(raw, parts, KeptParts.Response))
                kept |= KeptParts.Response;
            if ((parts & KeptParts.Code) != KeptParts.None && isKept(raw, parts, KeptParts.Code))
                kept |= KeptParts.Code;
            if (kept == KeptParts.None)
                continue;
            ReadOnlySpan<byte> left = kept == KeptParts.Code ? CodeOf(raw, parts) : raw;
            if (_octets == entries && Length + HeaderLength + left.Length > at)
                _octets = [.. entries];
            Add(left, kept);
        }
    }

    private static string NameOf(ReadOnlySpan<byte> raw, KeptParts parts, KeptParts part)
    {
        if (part == KeptParts.Response)
            return TextCache.Get(Parse(raw).Name);
        ReadOnlySpan<byte> code = CodeOf(raw, parts);
        int space = code.IndexOf((byte)' ');
        return TextCache.Get(space < 0 ? code : code[..space]);
    }

    private static ReadOnlySpan<byte> CodeOf(ReadOnlySpan<byte> raw, KeptParts parts)
    {
        if (parts == KeptParts.Code)
            return raw;
        if (!StatusResponse.TryParse(raw, out StatusResponse status))
            return default;
        byte[] text = new byte[MaxTextLength(status)];
        return text.AsSpan(0, WriteText(status, text));
    }

    private static UntaggedResponse Parse(ReadOnlySpan<byte> raw) => new(raw, ImapLimits.Default);
}

/// <summary>What is still to be taken of an entry.</summary>
[Flags]
internal enum KeptParts
{
    /// <summary>Nothing: there is no entry.</summary>
    None = 0,

    /// <summary>The response.</summary>
    Response = 1,

    /// <summary>The code: that of the response, or one on its own.</summary>
    Code = 2,
}
