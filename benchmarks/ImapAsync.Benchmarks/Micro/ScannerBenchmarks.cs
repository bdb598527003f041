using System.Buffers;
using System.Text;
using BenchmarkDotNet.Attributes;
using ImapAsync.Extensibility;

namespace ImapAsync.Benchmarks;

/// <summary>Finding where responses end, and reading their tokens.</summary>
[MemoryDiagnoser]
public class ScannerBenchmarks
{
    private const int Responses = 1000;

    private static readonly byte[] Tokens = Encoding.ASCII.GetBytes("(\"name\" NIL 12345 atom (1 2 3) \"another string\")");
    private ReadOnlySequence<byte> _summaries;
    private ReadOnlySequence<byte> _literals;

    /// <summary>Creates the octets.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _summaries = new ReadOnlySequence<byte>(RecordingFactory.Summaries(Responses).Answers(1, Responses).Single());
        _literals = new ReadOnlySequence<byte>(Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("* 1 FETCH (ENVELOPE ({5}\r\nhello NIL {3}\r\nabc))\r\n", Responses))));
    }

    /// <summary>A thousand FETCH responses of a kilobyte.</summary>
    [Benchmark(OperationsPerInvoke = Responses)]
    public int Lines() => Scan(_summaries);

    /// <summary>A thousand responses of two literals each.</summary>
    [Benchmark(OperationsPerInvoke = Responses)]
    public int Literals() => Scan(_literals);

    /// <summary>The tokens of one list.</summary>
    [Benchmark]
    public ulong TokenReader()
    {
        ImapTokenReader reader = new(Tokens);
        reader.ReadListStart();
        reader.ReadString();
        reader.TryReadNil();
        ulong number = reader.ReadNumber();
        reader.ReadAtom();
        reader.SkipValue();
        reader.ReadString();
        reader.ReadListEnd();
        return number;
    }

    private static int Scan(ReadOnlySequence<byte> octets)
    {
        ResponseScanner scanner = new(ImapLimits.Default);
        int found = 0;
        while (scanner.Scan(octets) is var status and not ScanStatus.Incomplete)
        {
            if (status == ScanStatus.Literal)
            {
                scanner.BufferLiteral();
                continue;
            }

            found++;
            octets = octets.Slice(scanner.End);
            scanner.Reset();
        }

        return found;
    }
}
