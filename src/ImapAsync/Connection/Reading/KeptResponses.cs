using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// The last responses of each name that no command took, and all response codes: what imaplib's <c>response</c> gives.
/// Bounded. Kept as octets, since most are never asked for: an idle connection has a few hundred of them and no other
/// object. Nobody else locks this object, and a lock of its own would be one more.
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

    /// <summary>Keeps the code of a response that is a command's, or an answer.</summary>
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

    /// <summary>Gives back what is not needed for what is kept: the connection is about to idle.</summary>
    public void Trim()
    {
        lock (this)
            _packed.Fit();
    }

    private void Add(ReadOnlySpan<byte> raw, KeptParts parts)
    {
        lock (this)
        {
            // More than anybody means to look at: a server that fills memory.
            if (_packed.Length + raw.Length > MostOctets)
                _packed.Clear();
            if (!_packed.HasRoomFor(raw))
                MakeRoom(raw.Length);
            _packed.Add(raw, parts);
        }
    }

    // What is over the limit goes when room is needed, not before: then it is one walk for many responses.
    private void MakeRoom(int octets)
    {
        if (_packed.Count > limit)
            _packed.Trim(MostNames, limit);
        _packed.Reserve(octets);
    }
}
