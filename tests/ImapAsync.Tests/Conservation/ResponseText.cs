using System.Globalization;
using System.Text;

namespace ImapAsync.Tests;

/// <summary>Writes the server's responses, in random spelling: quoted strings and literals, section names as servers write them.</summary>
internal sealed class ResponseText(ScriptRandom random)
{
    private readonly StringBuilder _text = new();

    public int Length => _text.Length;

    public void Line(string line) => _text.Append(line).Append("\r\n");

    /// <summary>Writes a FETCH response; returns its octets, without the star and the line end.</summary>
    public string Fetch(uint number, ModelMessage message, Items items)
    {
        int begin = _text.Length + "* ".Length;
        _text.Append(CultureInfo.InvariantCulture, $"* {number} FETCH (");
        int start = _text.Length;
        foreach (ItemKind kind in InOrder(items))
        {
            if (_text.Length > start)
                _text.Append(' ');
            Item(kind, message);
        }

        _text.Append(")\r\n");
        return _text.ToString(begin, _text.Length - begin - "\r\n".Length);
    }

    public string Take()
    {
        string text = _text.ToString();
        _text.Clear();
        return text;
    }

    // Most servers send the UID first; not all do.
    private List<ItemKind> InOrder(Items items)
    {
        List<ItemKind> kinds = [.. ItemTable.All.Where(kind => (kind.Item & items) != Items.None)];
        int first = random.Percent(85) && (items & Items.Uid) != Items.None ? 1 : 0;
        for (int i = kinds.Count - 1; i > first; i--)
        {
            int other = first + random.Below(i - first + 1);
            (kinds[i], kinds[other]) = (kinds[other], kinds[i]);
        }

        return kinds;
    }

    private void Item(ItemKind kind, ModelMessage message)
    {
        _text.Append(NameOf(kind)).Append(' ');
        if (kind.Item == Items.Envelope)
            Envelope(message.Uid);
        else if (kind.Section is not null || kind.Item == Items.Preview)
            String(ItemTable.Text(kind.Item, message.Uid), kind.IsBinary);
        else
            _text.Append(ItemTable.Value(kind.Item, message.Uid, message.Version));
    }

    private string NameOf(ItemKind kind) => kind.Item == Items.Fields && random.Percent(50)
        ? random.Percent(50) ? "BODY[HEADER.FIELDS (X-ID)]" : "BODY[HEADER.FIELDS (\"X-Id\")]"
        : kind.Name;

    private void Envelope(uint uid)
    {
        _text.Append("(\"Thu, 1 Jan 2026 00:00:00 +0000\" ");
        String(ItemTable.Text(Items.Envelope, uid), isBinary: false);
        _text.Append(" ((\"Ann (x)\" NIL \"ann\" \"example.org\")) NIL NIL NIL NIL NIL NIL ");
        String("<1@example.org>", isBinary: false);
        _text.Append(')');
    }

    private void String(string text, bool isBinary)
    {
        if (ItemTable.MayBeQuoted(text) && random.Percent(60))
            _text.Append('"').Append(text).Append('"');
        else
            _text.Append(CultureInfo.InvariantCulture, $"{(isBinary && random.Percent(60) ? "~" : "")}{{{text.Length}}}\r\n").Append(text);
    }
}
