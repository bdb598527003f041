using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace ImapAsync.Testing;

/// <summary>
/// Writes responses into memory; the session sends what is written. Each response begins with <c>Untagged</c> or a
/// similar method and ends with <see cref="End"/>.
/// </summary>
internal sealed class ResponseWriter : IBufferWriter<byte>
{
    private readonly ArrayBufferWriter<byte> _buffer = new();
    private int _start;

    /// <summary>Rewrites each response before it is sent, to imitate other servers.</summary>
    public Func<byte[], byte[]>? Rewrite { get; set; }

    /// <summary>Whether text may be UTF-8, after ENABLE of IMAP4rev2.</summary>
    public bool Utf8 { get; set; }

    /// <summary>Whether mailbox names are in UTF-8 although it was not enabled.</summary>
    public bool HasRawNames { get; set; }

    public int Length => _buffer.WrittenCount;

    public ReadOnlyMemory<byte> Written => _buffer.WrittenMemory;

    /// <summary>Begins <c>* NAME</c>.</summary>
    public ResponseWriter Untagged(ReadOnlySpan<byte> name)
    {
        _start = _buffer.WrittenCount;
        return Raw("* "u8).Raw(name);
    }

    /// <summary>Begins <c>* n NAME</c>.</summary>
    public ResponseWriter Untagged(uint number, ReadOnlySpan<byte> name)
    {
        _start = _buffer.WrittenCount;
        return Raw("* "u8).Number(number).Raw(" "u8).Raw(name);
    }

    /// <summary>Writes a complete <c>* OK [CODE] text</c>.</summary>
    public void Untagged(Reply reply) => Status("*", reply);

    /// <summary>Writes a complete tagged response.</summary>
    public void Tagged(string tag, Reply reply) => Status(tag, reply);

    /// <summary>Writes a complete <c>* BYE text</c>.</summary>
    public void Bye(string? code, string text)
    {
        Untagged("BYE"u8);
        Code(code).Raw(" "u8).Text(text).End();
    }

    /// <summary>Writes a complete <c>+ text</c>.</summary>
    public void Continue(string text)
    {
        _start = _buffer.WrittenCount;
        Raw("+ "u8).Text(text).End();
    }

    public ResponseWriter Raw(ReadOnlySpan<byte> octets)
    {
        _buffer.Write(octets);
        return this;
    }

    public ResponseWriter Space() => Raw(" "u8);

    /// <summary>Writes text that is known to be on one line.</summary>
    public ResponseWriter Text(string text)
    {
        _buffer.Advance(Encoding.UTF8.GetBytes(text, _buffer.GetSpan(Encoding.UTF8.GetMaxByteCount(text.Length))));
        return this;
    }

    public ResponseWriter Number(long number)
    {
        Utf8Formatter.TryFormat(number, _buffer.GetSpan(20), out int length);
        _buffer.Advance(length);
        return this;
    }

    /// <summary>Writes a quoted string, or a literal if it cannot be quoted.</summary>
    public ResponseWriter String(ReadOnlySpan<byte> octets)
    {
        bool isQuotable = octets.Length < 1024 && octets.IndexOfAny("\r\n\0"u8) < 0
            && (Utf8 ? System.Text.Unicode.Utf8.IsValid(octets) : System.Text.Ascii.IsValid(octets));
        return isQuotable ? Quoted(octets) : Literal(octets);
    }

    public ResponseWriter String(string text) => String(Encoding.UTF8.GetBytes(text));

    public ResponseWriter AString(string text) => StringRules.IsAtom(text) ? Text(text) : String(text);

    /// <summary>Writes a literal, or a literal8 if it contains NUL (RFC 3516 §4.1).</summary>
    public ResponseWriter Literal(ReadOnlySpan<byte> octets, bool isBinary = false) =>
        Raw(isBinary ? "~{"u8 : "{"u8).Number(octets.Length).Raw("}\r\n"u8).Raw(octets);

    /// <summary>Writes a mailbox name in the encoding negotiated by the session.</summary>
    public ResponseWriter Mailbox(string name)
    {
        MailboxName mailbox = new(name);
        bool isUtf8 = Utf8 || HasRawNames;
        byte[] octets = new byte[mailbox.GetMaxByteCount(isUtf8)];
        ReadOnlySpan<byte> encoded = octets.AsSpan(0, mailbox.Encode(octets, isUtf8));
        if (HasRawNames && !System.Text.Ascii.IsValid(encoded))
            return Quoted(encoded);
        return CharacterSets.IsAtom(encoded) && !Ascii.EqualsIgnoreCase(encoded, "NIL"u8)
            ? Raw(encoded)
            : String(encoded);
    }

    /// <summary>Ends the response.</summary>
    public void End()
    {
        Raw("\r\n"u8);
        if (Rewrite is null)
            return;
        byte[] rewritten = Rewrite(_buffer.WrittenSpan[_start..].ToArray());
        Truncate(_start);
        Raw(rewritten);
    }

    /// <summary>Removes what was written after a position.</summary>
    public void Truncate(int length)
    {
        byte[] kept = _buffer.WrittenSpan[..length].ToArray();
        _buffer.ResetWrittenCount();
        _buffer.Write(kept);
    }

    public void Clear() => _buffer.ResetWrittenCount();

    public void Advance(int count) => _buffer.Advance(count);

    public Memory<byte> GetMemory(int sizeHint = 0) => _buffer.GetMemory(sizeHint);

    public Span<byte> GetSpan(int sizeHint = 0) => _buffer.GetSpan(sizeHint);

    private void Status(string tag, Reply reply)
    {
        _start = _buffer.WrittenCount;
        Text(tag).Raw(reply.Status switch { ImapStatus.Ok => " OK"u8, ImapStatus.No => " NO"u8, _ => " BAD"u8 });
        Code(reply.Code).Space().Text(reply.Text).End();
    }

    private ResponseWriter Code(string? code) => code is null ? this : Raw(" ["u8).Text(code).Raw("]"u8);

    private ResponseWriter Quoted(ReadOnlySpan<byte> octets)
    {
        Raw("\""u8);
        foreach (byte octet in octets)
        {
            if (octet is (byte)'"' or (byte)'\\')
                Raw("\\"u8);
            Raw([octet]);
        }

        return Raw("\""u8);
    }
}
