using ImapAsync.Extensibility;

namespace ImapAsync.Tests;

/// <summary>The building blocks of all parsers: tokens, values, sets, numbers, flags, names. Each returns what it read or fails, advances, and reads the same again.</summary>
internal sealed class TokensTarget() : GuidedTarget("tokens")
{
    private static readonly Action<byte[]>[] Readers =
    [
        ReadTokens, SkipValues, static octets => Walk(new ResponseValue(octets), depth: 0), ReadSets, ReadNumbers, ReadFlags, ReadNames,
        static octets => ReadAll(ImapValue.ReadAll(octets, 0)), ReadStarts, FindLiterals,
    ];

    public override IEnumerable<byte[]> Seeds =>
        CorpusFiles.Cases.SelectMany(static (c, number) => new[] { Seed(number % Readers.Length, c.Octets("A1")), Seed((number + 3) % Readers.Length, c.Octets("A1").AsSpan(2)) });

    protected override void Run(byte[] input)
    {
        try
        {
            Chosen(Readers, input)(Behind(input, 1));
        }
        catch (ImapProtocolException)
        {
            // It cannot be read.
        }
    }

    private static void ReadTokens(byte[] octets)
    {
        ImapTokenReader reader = new(octets);
        while (!reader.End)
        {
            int before = reader.Position;
            switch (reader.Peek())
            {
                case ImapTokenKind.ListStart:
                    reader.ReadListStart();
                    break;
                case ImapTokenKind.ListEnd:
                    reader.ReadListEnd();
                    break;
                default:
                    ImapTokenReader same = reader;
                    if (!same.TryReadNumber(out _))
                        _ = same.ReadText();
                    _ = reader.ReadString().ToText();
                    break;
            }

            Assert.InRange(reader.Position, before + 1, octets.Length);
        }
    }

    private static void SkipValues(byte[] octets)
    {
        ImapTokenReader reader = new(octets);
        while (!reader.End)
        {
            int before = reader.Position;
            reader.SkipValue();
            Assert.InRange(reader.Position, before + 1, octets.Length);
        }
    }

    private static void Walk(ResponseValue value, int depth)
    {
        _ = value.IsNilOrMissing ? null : value.Text;
        _ = value.TryGetNumber(out _);
        ListReader list = depth == 0 ? ListReader.Bare(value.Octets) : value.Elements;
        while (depth < 100 && list.MoveNext())
        {
            Assert.InRange(list.End, list.Start + 1, value.Octets.Length);
            Walk(list.Current, depth + 1);
        }
    }

    private static void ReadSets(byte[] octets)
    {
        if (SetToken.TryRead(octets, out NumberSetBuilder builder))
            Assert.True(builder.Build().Count >= 0);
        _ = VanishedToken.IsEarlier(new ImapTokenReader(octets));
        Damage damage = default;
        UidSet uids = VanishedToken.Read(new ImapTokenReader(octets), ref damage);
        Assert.Equal(uids, uids.IsEmpty ? uids : UidSet.Parse(uids.ToString()));
        damage.ThrowIfAny();
    }

    private static void ReadNumbers(byte[] octets)
    {
        int position = 0;
        long count = 0;
        while (NumberList.TryReadRun(octets, ref position, out uint first, out uint last))
        {
            Assert.True(first <= last && position <= octets.Length && ++count <= octets.Length);
        }

        int behind = position;
        if (NumberList.TryReadOther(octets, ref position, out _))
            Assert.InRange(position, behind + 1, octets.Length);
    }

    private static void ReadFlags(byte[] octets)
    {
        ImapTokenReader reader = new(octets);
        if (FlagListToken.TryRead(ref reader, out FlagSet? flags))
            Assert.True(flags.All(flags.Contains) && reader.Position <= octets.Length);
    }

    private static void ReadNames(byte[] octets)
    {
        foreach (bool utf8 in (ReadOnlySpan<bool>)[false, true])
        {
            // It is sent back unchanged.
            MailboxName name = MailboxName.FromServer(octets, utf8);
            Span<byte> written = new byte[name.GetMaxByteCount(utf8)];
            Assert.True(written[..name.Encode(written, utf8)].SequenceEqual(octets));
        }
    }

    private static void ReadAll(IReadOnlyList<ImapValue> values, int depth = 0)
    {
        Assert.InRange(depth, 0, ImapTokenReader.DefaultMaxDepth + 1);
        foreach (ImapValue value in values)
        {
            _ = value.Text + value.Number;
            ReadAll(value.Items, depth + 1);
        }
    }

    private static void ReadStarts(byte[] octets)
    {
        if (StatusResponse.TryParse(octets, out StatusResponse status))
            Assert.NotNull(StatusText.Format(ImapStatus.Ok, status.Code, status.Text));
        if (TagFormat.TryRead(octets, out _, out int length))
            Assert.InRange(length, 1, octets.Length);
    }

    // As the read loop calls it: at each header of a literal, with all octets up to there.
    private static void FindLiterals(byte[] octets)
    {
        StreamedLiteralFinder finder = StreamedLiteralFinder.Start;
        BodySectionCache sections = new();
        for (int end = octets.AsSpan().IndexOf((byte)'\n') + 1; end > 0;)
        {
            if (LiteralHeader.TryParseAtEnd(octets.AsSpan(0, end), out _) && finder.TryFind(octets.AsSpan(0, end), sections, out StreamedLiteral literal))
                Assert.InRange(literal.ItemStart, 0, end);
            int next = octets.AsSpan(end).IndexOf((byte)'\n') + 1;
            end = next == 0 ? 0 : end + next;
        }
    }
}
