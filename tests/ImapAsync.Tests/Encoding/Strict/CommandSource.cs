using System.Globalization;
using System.Text;

namespace ImapAsync.Tests;

/// <summary>Arguments for commands: the worst that a caller may pass.</summary>
internal sealed class CommandSource(Random random, bool utf8)
{
    private static readonly string[] Nasty =
    [
        "", " ", "NIL", "nil", "\"", "\\", "\\\"", "(", ")", "()", "{5}", "{5+}", "~{3}", "{5}\r\n", "a\r\nA2 LOGOUT\r\n", "\r", "\n", "a\nb", "*", "%", "]", "[", "BODY[", "$", "+", "&", "&-", "&AOQ-", "#x",
        "\u0001\u001F\u007F", "Grüße", "日本語", "😀", "é\"\\", "\uFFFD", "a b", "a\tb", "CHARSET", "1:*", "=?utf-8?q?x?=",
    ];

    public bool Utf8 => utf8;

    public int Number(int most) => random.Next(most);

    public bool Maybe() => random.Next(2) == 0;

    /// <summary>Any text but NUL.</summary>
    public string Text()
    {
        switch (random.Next(8))
        {
            case 0 or 1 or 2:
                return Nasty[random.Next(Nasty.Length)];
            case 3:
                return Nasty[random.Next(Nasty.Length)] + Nasty[random.Next(Nasty.Length)];
            case 4:
                return new string((char)random.Next(' ', '\u017F'), random.Next(900, 6000));
            default:
                StringBuilder text = new();
                for (int length = random.Next(0, 40); length > 0; length--)
                    text.Append(Rune().ToString());
                return text.ToString();
        }
    }

    /// <summary>Text of at least one character.</summary>
    public string SomeText() => Text() is { Length: > 0 } text ? text : "x";

    /// <summary>The name of a mailbox: any text but NUL, CR and LF.</summary>
    public string Name() => SomeText().Replace('\r', '_').Replace('\n', '_');

    public byte[] Octets(bool nul)
    {
        byte[] octets = new byte[1 + (random.Next(4) == 0 ? random.Next(5000) : random.Next(40))];
        random.NextBytes(octets);
        if (!nul)
            octets.AsSpan().Replace((byte)0, (byte)1);
        return octets;
    }

    /// <summary>A set as it must be written: ascending and merged.</summary>
    public string Set()
    {
        List<string> ranges = [];
        uint at = 0;
        for (int count = random.Next(1, 6); count > 0; count--)
        {
            at += (uint)random.Next(2, 1000);
            uint last = at + (uint)(Maybe() ? 0 : random.Next(1, 50));
            ranges.Add(at == last ? $"{at}" : $"{at}:{last}");
            at = last;
        }

        return string.Join(',', ranges);
    }

    public T OneOf<T>(params ReadOnlySpan<T> choices) => choices[random.Next(choices.Length)];

    /// <summary>The name of a header field (RFC 5322 §2.2).</summary>
    public string HeaderField() => Characters('!', '~', ":");

    /// <summary>The name of a metadata entry (RFC 5464 §3.2).</summary>
    public string Entry() => "/shared/" + Characters('\x1A', '~', "*%/");

    public string Atom() => string.Create(CultureInfo.InvariantCulture, $"X-{random.Next(1_000_000)}");

    public string Flag() => random.Next(5) switch { 0 => "\\Seen", 1 => "\\Deleted", 2 => "$Forwarded", 3 => "\\Own", _ => Atom() };

    private string Characters(char first, char last, string without)
    {
        string allowed = string.Concat(Enumerable.Range(first, last - first + 1).Select(static c => (char)c).Except(without));
        return string.Create(random.Next(1, 30), allowed, (chars, from) => random.GetItems(from, chars));
    }

    private Rune Rune()
    {
        while (true)
        {
            int value = random.Next(4) switch { 0 => random.Next(1, 0x80), 1 => random.Next(0x80, 0x800), 2 => random.Next(0x800, 0x10000), _ => random.Next(0x10000, 0x110000) };
            if (System.Text.Rune.TryCreate(value, out Rune rune))
                return rune;
        }
    }
}
