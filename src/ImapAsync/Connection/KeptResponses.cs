using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>The last responses of each name that no command took, and all response codes: what imaplib's <c>response</c> gives. Bounded.</summary>
internal sealed class KeptResponses(int limit)
{
    private const int MostNames = 100;
    private const int LongestResponse = 64 << 10;
    private const int MostOctets = 4 << 20;

    private readonly Dictionary<string, Queue<UntypedResponse>> _byName = new(StringComparer.OrdinalIgnoreCase);
    private long _octets;

    public void Add(in UntaggedResponse response)
    {
        if (limit > 0 && response.Raw.Length <= LongestResponse)
            Add(UntypedResponse.From(response));
    }

    public void Add(ResponseCode? code)
    {
        if (limit > 0 && code is not null && code.Arguments.Length <= LongestResponse)
            Add(new UntypedResponse(code.Name, Number: null, System.Text.Encoding.UTF8.GetBytes(code.ToString()[1..^1])));
    }

    public IReadOnlyList<UntypedResponse> Take(string name)
    {
        lock (_byName)
        {
            if (!_byName.Remove(name, out Queue<UntypedResponse>? kept))
                return [];
            foreach (UntypedResponse response in kept)
                _octets -= response.Raw.Length;
            return [.. kept];
        }
    }

    public void Clear()
    {
        lock (_byName)
        {
            _byName.Clear();
            _octets = 0;
        }
    }

    private void Add(UntypedResponse response)
    {
        lock (_byName)
        {
            // More than anybody means to look at: a server that fills memory.
            if (_octets + response.Raw.Length > MostOctets)
                Clear();
            if (!_byName.TryGetValue(response.Name, out Queue<UntypedResponse>? kept))
            {
                if (_byName.Count >= MostNames)
                    return;
                _byName.Add(response.Name, kept = new Queue<UntypedResponse>());
            }

            if (kept.Count >= limit)
                _octets -= kept.Dequeue().Raw.Length;
            kept.Enqueue(response);
            _octets += response.Raw.Length;
        }
    }
}
