using BenchmarkDotNet.Attributes;
using ImapAsync.Extensibility;

namespace ImapAsync.Benchmarks;

/// <summary>Commands from their description to octets.</summary>
[MemoryDiagnoser]
public class EncoderBenchmarks
{
    private static readonly UidFetchCommand Fetch = new(UidSet.Parse("1:5,7,100:200"), [FetchItem.Uid, FetchItem.Flags, FetchItem.Envelope]);
    private static readonly UidSearchCommand Search = new(SearchQuery.From("anna@example.org") & SearchQuery.Unseen);
    private static readonly UidStoreCommand Store = new(UidSet.Parse("7"), FlagOperation.Add, [Flag.Seen]);
    private readonly EncodeBuffer _buffer = new();

    /// <summary>UID FETCH.</summary>
    [Benchmark]
    public int UidFetch() => Encode(Fetch);

    /// <summary>UID SEARCH.</summary>
    [Benchmark]
    public int UidSearch() => Encode(Search);

    /// <summary>UID STORE.</summary>
    [Benchmark]
    public int UidStore() => Encode(Store);

    private int Encode(ImapCommand command)
    {
        _buffer.Reset();
        CommandEncoder encoder = new(_buffer, new EncodingOptions(LiteralMode.Plus, false, long.MaxValue));
        encoder.Begin("A1"u8, command.Name, command.DefinedBy);
        command.WriteArguments(encoder);
        encoder.EndLine();
        return _buffer.Length;
    }
}
