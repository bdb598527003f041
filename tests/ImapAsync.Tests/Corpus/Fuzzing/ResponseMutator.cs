using System.Text;

namespace ImapAsync.Tests;

/// <summary>Corrupts the responses of the corpus in every conceivable way. The same seed gives the same responses.</summary>
internal sealed class ResponseMutator(int seed)
{
    private const string Nasty = "\0\t\r\n \"\\(){}[]<>*%~&+-:,.09aN\u007F\u0080\u00C3\u00FF";

    private static readonly byte[][] Words =
    [
        .. new[]
        {
            "NIL", "nil", "0", "-1", "4294967295", "4294967296", "18446744073709551615", "18446744073709551616", "99999999999999999999999999", "2147483648", "1:4294967295", "4294967295:1", "*", "1:*", "$",
            "()", "(", ")", "((", "))", "(NIL)", "( )", "\"", "\"\"", "\"a", "a\"", "\\", "\"\\", "{", "}", "{}", "{0}\r\n", "{1}\r\n", "{3}\r\nabc", "{3} \r\nabc", "{3+}\r\nabc", "~{2}\r\n\0\0", "{5}\r\n",
            "{4294967296}\r\n", "{9223372036854775807}\r\n", "{18446744073709551616}\r\n", "{-1}\r\n", "{00000000000000000000000000000001}\r\n",
            "[", "]", "[]", "[[", "BODY[", "BODY[]<", " ", "  ", "\r\n", "\n", "\r", "\0", "* ", "+ ", "UID", "FLAGS", "\u00C3\u00BC", "&", "&-", "&AOQ-", "=?utf-8?q?", "=?utf-8?b?w7w=?=",
            "31-Feb-2026 25:61:61 +9999", "00-Jan-0000 00:00:00 +0000",
        }.Select(Encoding.Latin1.GetBytes),
    ];

    private readonly Random _random = new(seed);
    private readonly byte[][] _corpus = [.. CorpusFiles.Cases.Select(static c => c.Octets("A1"))];
    private readonly List<byte> _octets = [];

    /// <summary>The case that the last response was derived from.</summary>
    public CorpusCase Source { get; private set; } = null!;

    /// <summary>The next response; a valid one follows it.</summary>
    public byte[] Next()
    {
        int index = _random.Next(_corpus.Length);
        Source = CorpusFiles.Cases[index];
        _octets.Clear();
        _octets.AddRange(_corpus[index]);
        for (int changes = _random.Next(1, 7); changes > 0; changes--)
            Change();
        _octets.AddRange("\r\nA1 OK done\r\n"u8);
        return [.. _octets];
    }

    private void Change()
    {
        int at = _random.Next(_octets.Count + 1);
        int count = Math.Min(_random.Next(1, 24), _octets.Count - at);
        switch (_random.Next(11))
        {
            case 0 or 1 when at < _octets.Count:
                _octets[at] = (byte)Nasty[_random.Next(Nasty.Length)];
                break;
            case 2 when at < _octets.Count:
                _octets[at] ^= (byte)(1 << _random.Next(8));
                break;
            case 3:
                _octets.RemoveRange(at, count);
                break;
            case 4:
                _octets.InsertRange(_random.Next(_octets.Count + 1), _octets.GetRange(at, count));
                break;
            case 5:
                Splice(at);
                break;
            case 6:
                ReplaceNumber(at);
                break;
            case 7 when _random.Next(8) == 0:
                Nest(at);
                break;
            case 8 when _octets.Count > 1:
                (_octets[at % _octets.Count], _octets[_random.Next(_octets.Count)]) = (_octets[_random.Next(_octets.Count)], _octets[at % _octets.Count]);
                break;
            default:
                _octets.InsertRange(at, Words[_random.Next(Words.Length)]);
                break;
        }
    }

    // The head of this response, the tail of another.
    private void Splice(int at)
    {
        byte[] other = _corpus[_random.Next(_corpus.Length)];
        _octets.RemoveRange(at, _octets.Count - at);
        _octets.AddRange(other.AsSpan(_random.Next(other.Length)));
    }

    // The next number, that of a literal too, becomes a little more, a little less, or enormous.
    private void ReplaceNumber(int at)
    {
        int start = _octets.FindIndex(Math.Min(at, _octets.Count), static octet => octet is >= (byte)'0' and <= (byte)'9');
        if (start < 0)
            return;
        int end = start;
        while (end < _octets.Count && _octets[end] is >= (byte)'0' and <= (byte)'9')
            end++;
        string digits = Encoding.ASCII.GetString(_octets.GetRange(start, end - start).ToArray());
        _octets.RemoveRange(start, end - start);
        bool near = _random.Next(2) == 0 && long.TryParse(digits, out _);
        _octets.InsertRange(start, near ? Encoding.ASCII.GetBytes($"{Math.Max(0, long.Parse(digits) + _random.Next(-3, 4))}") : Words[_random.Next(2, 13)]);
    }

    private void Nest(int at)
    {
        int depth = _random.Next(4) == 0 ? _random.Next(60, 12_000) : _random.Next(2, 70);
        _octets.InsertRange(at, Enumerable.Repeat((byte)'(', depth));
        if (_random.Next(2) == 0)
            _octets.InsertRange(_random.Next(at, _octets.Count), Enumerable.Repeat((byte)')', depth));
    }
}
