using System.Buffers.Text;
using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// <c>ESEARCH (TAG "A1") UID MIN 7 ALL 7,9:12</c> where it stands (RFC 9051 §7.3.4, RFC 4731 §3.2, RFC 9394 §4, RFC 6203 §4). Its sets are left unread, since SORT has an order in them.
/// </summary>
internal ref struct ESearchResponse
{
    private ImapTokenReader _reader;

    private ESearchResponse(ImapTokenReader reader) => _reader = reader;

    /// <summary>Whether the numbers are UIDs; some servers forget to say it.</summary>
    public bool IsUid { get; private set; }

    public uint? Min { get; private set; }

    public uint? Max { get; private set; }

    public long? Count { get; private set; }

    public ModSequence? ModSeq { get; private set; }

    /// <summary>The set of ALL; empty without.</summary>
    public ReadOnlySpan<byte> All { get; private set; }

    public PartialRange? Partial { get; private set; }

    /// <summary>The set of PARTIAL; empty without, and for NIL.</summary>
    public ReadOnlySpan<byte> PartialSet { get; private set; }

    public IReadOnlyList<int>? Relevancy { get; private set; }

    /// <summary>Reads the response; false when it carries another command's tag.</summary>
    /// <param name="reader">Stands behind ESEARCH.</param>
    /// <param name="tag">The command's tag; null takes any.</param>
    /// <param name="response">What it says.</param>
    public static bool TryParse(ImapTokenReader reader, string? tag, out ESearchResponse response)
    {
        response = new ESearchResponse(reader);
        if (response._reader.TryReadListStart() && !response.ReadCorrelator(tag))
            return false;

        while (!response._reader.End)
            response.ReadItem();
        return true;
    }

    /// <summary>Refuses UIDs where sequence numbers were asked for: they would be taken for other messages.</summary>
    public readonly void RequireKind(bool uids)
    {
        if (IsUid && !uids)
            throw new ImapProtocolException("The server answered a search for sequence numbers with UIDs. Search with the UID form of the command.");
    }

    private bool ReadCorrelator(string? tag)
    {
        bool isOurs = true;
        while (!_reader.TryReadListEnd())
        {
            if (Ascii.EqualsIgnoreCase(_reader.ReadAtom(), "TAG"u8))
                isOurs = tag is null || System.Text.Ascii.Equals(_reader.ReadString().Bytes, tag);
            else
                _reader.SkipValue();
        }

        return isOurs;
    }

    private void ReadItem()
    {
        ReadOnlySpan<byte> name = _reader.ReadAtom();
        if (Ascii.EqualsIgnoreCase(name, "UID"u8))
            IsUid = true;
        else if (Ascii.EqualsIgnoreCase(name, "ALL"u8) && All.IsEmpty)
            All = _reader.ReadString().Bytes;
        else if (Ascii.EqualsIgnoreCase(name, "COUNT"u8))
            Count = _reader.ReadNumber32();
        else if (Ascii.EqualsIgnoreCase(name, "MIN"u8))
            Min = _reader.ReadNumber32();
        else if (Ascii.EqualsIgnoreCase(name, "MAX"u8))
            Max = _reader.ReadNumber32();
        else if (Ascii.EqualsIgnoreCase(name, "MODSEQ"u8))
            ModSeq = ReadModSeq();
        else if (Ascii.EqualsIgnoreCase(name, "PARTIAL"u8))
            ReadPartial();
        else if (Ascii.EqualsIgnoreCase(name, "RELEVANCY"u8))
            Relevancy = ReadScores();
        else
            _reader.SkipValue();
    }

    // RFC 4731 §3.2 has a bare number; some write it in parentheses, as FETCH does.
    private ModSequence? ReadModSeq()
    {
        bool inParentheses = _reader.TryReadListStart();
        ModSequence? value = ModSequence.FromServer(_reader.ReadNumber());
        if (inParentheses)
            _reader.ReadListEnd();
        return value;
    }

    private void ReadPartial()
    {
        _reader.ReadListStart();
        ReadOnlySpan<byte> range = _reader.ReadAtom();
        if (!Utf8Parser.TryParse(range, out long first, out int used) || used >= range.Length || range[used] != ':'
            || !Utf8Parser.TryParse(range[(used + 1)..], out long last, out _))
        {
            throw _reader.Malformed("a range of results such as 1:100 before this place");
        }

        try
        {
            Partial = new PartialRange(first, last);
        }
        catch (ArgumentOutOfRangeException)
        {
            throw _reader.Malformed("a range of results such as 1:100 before this place");
        }

        PartialSet = _reader.ReadString().Bytes;
        _reader.ReadListEnd();
    }

    private List<int> ReadScores()
    {
        List<int> scores = [];
        _reader.ReadListStart();
        while (!_reader.TryReadListEnd())
            scores.Add((int)Math.Min(_reader.ReadNumber32(), int.MaxValue));
        return scores;
    }
}
