using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// The last responses of each name that no command took, and all response codes, as returned by imaplib's
/// <c>response</c>. Bounded. They are kept as octets, since most are never requested: an idle connection has a few
/// hundred octets of them and no other object. Nothing else locks this object, which saves a separate lock.
/// </summary>
internal sealed class KeptResponses(int limit)
{
    private const int MostNames = 100;
    private const int LongestResponse = 64 << 10;
    private const int MostOctets = 4 << 20;
    private const int OnStack = 256;

    private PackedResponses _packed = new();

    /// <summary>Keeps a response, and its code if it has one.</summary>
    public void Add(in UntaggedResponse response)
    {
        if (response.Raw.Length > LongestResponse)
            Add(new StatusResponse(StatusKind.Ok, response.Code, ""));
        else if (limit > 0)
            Add(response.Raw, response.Code is null ? KeptParts.Response : KeptParts.Response | KeptParts.Code);
    }

    /// <summary>Keeps the code of a response that belongs to a command, or of an answer.</summary>
    public void Add(in StatusResponse status)
    {
        if (limit <= 0 || status.Code is not { } code || code.Arguments.Length + status.Text.Length > LongestResponse)
            return;
        int longest = PackedResponses.MaxTextLength(status);
        Span<byte> text = longest <= OnStack ? stackalloc byte[OnStack] : new byte[longest];
        Add(text[..PackedResponses.WriteText(status, text)], KeptParts.Code);
    }

    public IReadOnlyList<UntypedResponse> Take(string name)
    {
        lock (this)
        {
            List<UntypedResponse> taken = _packed.RemoveAll(name);
            return taken.Count > limit ? taken[^limit..] : taken;
        }
    }

    public void Clear()
    {
        lock (this)
            _packed.Clear();
    }

    /// <summary>Returns the memory that is not needed for what is kept: the connection is about to idle.</summary>
    public void Trim()
    {
        lock (this)
            _packed.Fit();
    }

    private void Add(ReadOnlySpan<byte> raw, KeptParts parts)
    {
        lock (this)
        {
            // More than anyone would read: a server that fills memory.
            if (_packed.Length + raw.Length > MostOctets)
                _packed.Clear();
            if (!_packed.HasRoomFor(raw))
                MakeRoom(raw.Length);
            _packed.Add(raw, parts);
        }
    }

    // What exceeds the limit is removed when space is needed, not earlier: then many responses cost one pass.
    private void MakeRoom(int octets)
    {
        if (_packed.Count > limit)
            _packed.Trim(MostNames, limit);
        _packed.Reserve(octets);
    }
}
