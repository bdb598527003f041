using System.Text.RegularExpressions;

namespace ImapAsync.Testing.Tests.Support;

/// <summary>Commands that are nearly right: tokens taken out, doubled, exchanged with those of other commands, numbers at their limits, octets that belong nowhere.</summary>
internal sealed partial class CommandMutator(int seed)
{
    private static readonly string[] Pieces =
    [
        "0", "1", "*", "4294967295", "4294967296", "9223372036854775807", "18446744073709551615", "99999999999999999999", "-1", "1:*", "$", "1,2", ":", "%",
        "(", ")", "()", "\"\"", "\"", "\\", "\\Seen", "\\Recent", "NIL", "{0+}\r\n", "{3+}\r\na\0b", "~{2+}\r\n\0\0", "{1}\r\nx", "[", "]", "<0.0>", "<", "&", "&AOQ-", "\u00c3\u00a4", "\0",
        "INBOX", "INBOX/", "/", "//", "Other Users", "\"Other Users\"", "\"Other Users/\"", "\"Other Users/bob\"", "\"Other Users/nobody/x\"", "UID", " ", "  ", "\t",
    ];

    private static readonly string[][] Tokens = [.. CommandCorpus.All.Select(Split)];

    private readonly SeededRandom _random = new(seed);

    /// <summary>The next command, without tag and last line end. The literals that it announces are present.</summary>
    public string Next()
    {
        List<string> tokens = [.. Tokens[_random.Next(Tokens.Length)]];
        for (int changes = _random.Next(5); changes > 0; changes--)
            Change(tokens);
        string command = string.Concat(tokens);
        return _random.Next(4) == 0 ? ChangeOctets(command) : command;
    }

    public int Choose(int bound) => _random.Next(bound);

    private void Change(List<string> tokens)
    {
        int at = _random.Next(tokens.Count + 1);
        if (at == tokens.Count)
        {
            tokens.Add(" " + Piece());
            return;
        }

        switch (_random.Next(6))
        {
            case 0:
                tokens[at] = "";
                break;
            case 1:
                tokens.Insert(at, tokens[at]);
                break;
            case 2:
                tokens[at] = Piece();
                break;
            case 3:
                string[] others = Tokens[_random.Next(Tokens.Length)];
                tokens[at] = others[_random.Next(others.Length)];
                break;
            case 4:
                int with = _random.Next(tokens.Count);
                (tokens[at], tokens[with]) = (tokens[with], tokens[at]);
                break;
            default:
                tokens.RemoveRange(at, tokens.Count - at);
                tokens.Add(Piece());
                break;
        }
    }

    private string ChangeOctets(string command)
    {
        int at = _random.Next(command.Length + 1);
        string octet = ((char)_random.Next(256)).ToString();
        return _random.Next(2) == 0 || at == command.Length ? command.Insert(at, octet) : string.Concat(command.AsSpan(0, at), octet, command.AsSpan(at + 1));
    }

    private string Piece() => Pieces[_random.Next(Pieces.Length)];

    private static string[] Split(string command) => [.. Token().Matches(command).Select(static match => match.Value)];

    [GeneratedRegex("""~?\{\d+\+?\}\r\n|"(\\.|[^"\\])*"|[^\s()\[\]"{<>]+|[\s\S]""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Token();
}
