using System.Buffers;
using System.Buffers.Text;

namespace ImapAsync.Extensibility;

/// <summary>
/// Writes the arguments of a command: each method writes one token, preceded by a space where needed (RFC 9051 §9). A
/// string becomes an atom, a quoted string or a literal depending on its content, so that none can change the command's
/// meaning or end its line.
/// </summary>
public sealed class CommandEncoder
{
    // Larger ones go from the caller's memory to the output, after what precedes them.
    private const int LargestCopy = 1 << 10;

    private const int LongestQuoted = 1000;

    // One per thread: an encoder is used while one command is encoded, and not after that.
    [ThreadStatic]
    private static CommandEncoder? _spare;

    private EncodeBuffer _buffer;
    private EncodingOptions _options;
    private bool _needsSpace;
    private int _afterLiteral;
    private string? _definedBy;
    private bool _isDoubtful;

    internal CommandEncoder(EncodeBuffer buffer, EncodingOptions options)
    {
        _buffer = buffer;
        _options = options;
    }

    /// <summary>Writes a word of the protocol verbatim, such as <c>RETURN</c> or <c>BODY[1]</c>.</summary>
    /// <param name="word">ASCII without line ends. It is not validated, so never pass a caller's text.</param>
    public CommandEncoder Word(ReadOnlySpan<byte> word)
    {
        Space();
        _buffer.Write(word);
        return this;
    }

    /// <summary>Writes a word of the protocol verbatim; rejects characters that could end the line.</summary>
    /// <param name="word">ASCII, without CR, LF and NUL.</param>
    /// <exception cref="ArgumentException">The word has a character that is not allowed in a line.</exception>
    public CommandEncoder Word(string word)
    {
        ArgumentException.ThrowIfNullOrEmpty(word);
        StringRules.RefuseLineBreaks(word);
        Space();
        int written = System.Text.Encoding.UTF8.GetBytes(
            word, _buffer.GetSpan(System.Text.Encoding.UTF8.GetMaxByteCount(word.Length)));
        _buffer.Advance(written);
        return this;
    }

    /// <summary>Writes an atom.</summary>
    /// <param name="atom">The atom, without spaces, parentheses, quotes, wildcards or control characters.</param>
    /// <exception cref="ArgumentException">The text is not an atom.</exception>
    public CommandEncoder Atom(string atom)
    {
        if (!StringRules.IsAtom(atom))
        {
            throw new ArgumentException(
                $"\"{atom}\" is not an atom: letters, digits and punctuation without spaces, parentheses, quotes, "
                + "wildcards or control characters.",
                nameof(atom));
        }

        return Word(atom);
    }

    /// <summary>Writes a string as an atom if possible, quoted if necessary, and otherwise as a literal.</summary>
    /// <exception cref="ArgumentException">The string contains NUL, which no IMAP string can hold.</exception>
    public CommandEncoder AString(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return StringRules.IsAtom(text) && !text.Equals("NIL", StringComparison.OrdinalIgnoreCase)
            ? Word(text)
            : String(text);
    }

    /// <summary>Writes a quoted string, or a literal if it cannot be quoted.</summary>
    /// <exception cref="ArgumentException">The string contains NUL, which no IMAP string can hold.</exception>
    public CommandEncoder String(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!StringRules.IsQuotable(text, _options.Utf8) || text.Length > LongestQuoted)
            return Literal(ImapLiteral.From(StringRules.ToLiteral(text)));

        Space();
        _buffer.Write((byte)'"');
        Span<byte> span = _buffer.GetSpan(System.Text.Encoding.UTF8.GetMaxByteCount(text.Length) * 2);
        _buffer.Advance(StringRules.WriteEscaped(text, span));
        _buffer.Write((byte)'"');
        return this;
    }

    /// <summary>
    /// Writes octets as a string, never as an atom: quoted if they are printable ASCII, otherwise a literal.
    /// </summary>
    public CommandEncoder String(ReadOnlySpan<byte> octets)
    {
        if (octets.Length <= LongestQuoted && octets.IndexOfAnyExceptInRange((byte)0x20, (byte)0x7E) < 0)
            return String(System.Text.Encoding.ASCII.GetString(octets));
        return Literal(ImapLiteral.From(octets.ToArray().AsMemory()));
    }

    /// <summary>Writes a string, or NIL for null.</summary>
    public CommandEncoder NString(string? text) => text is null ? Word("NIL"u8) : String(text);

    /// <summary>Writes a number.</summary>
    public CommandEncoder Number(ulong value)
    {
        Space();
        Utf8Formatter.TryFormat(value, _buffer.GetSpan(20), out int written);
        _buffer.Advance(written);
        return this;
    }

    /// <summary>Writes a number that must not be negative.</summary>
    public CommandEncoder Number(long value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        return Number((ulong)value);
    }

    /// <summary>Writes an opening parenthesis.</summary>
    public CommandEncoder BeginList()
    {
        Space();
        _buffer.Write((byte)'(');
        _needsSpace = false;
        return this;
    }

    /// <summary>Writes a closing parenthesis.</summary>
    public CommandEncoder EndList()
    {
        _buffer.Write((byte)')');
        _needsSpace = true;
        return this;
    }

    /// <summary>
    /// Writes a literal (RFC 9051 §4.3). It waits for the server's continuation if the server or its size requires
    /// that.
    /// </summary>
    /// <param name="literal">The octets.</param>
    /// <param name="binary">
    /// Whether it is a literal8, which may contain NUL (RFC 3516). It always waits, since servers with BINARY need not
    /// accept it outside APPEND.
    /// </param>
    /// <exception cref="InvalidOperationException">
    /// The octets come from a stream or a pipe and have already been sent.
    /// </exception>
    public CommandEncoder Literal(ImapLiteral literal, bool binary = false) =>
        Literal(literal, binary, isKnown: !binary);

    /// <summary>Writes a message as a literal, or as the literal8 that BINARY adds to APPEND (RFC 3516 §4.4).</summary>
    internal CommandEncoder Message(ImapLiteral literal, bool binary) =>
        Literal(literal, binary, isKnown: !binary || _options.IsKnown(Capability.Binary));

    /// <summary>
    /// Writes a message with UTF-8 in its headers as <c>UTF8 (literal8)</c>, for a server with UTF8=ACCEPT enabled
    /// (RFC 6855 §4).
    /// </summary>
    internal CommandEncoder Utf8Message(ImapLiteral literal) =>
        Word("UTF8"u8).BeginList().Literal(literal, binary: true, isKnown: true).EndList();

    /// <summary>
    /// Declares that everything to the end of the command is defined by this capability: literals in it wait if the
    /// server has not announced it, or if it is unknown which capability that is (null).
    /// </summary>
    internal CommandEncoder Needs(string? capability)
    {
        _isDoubtful |= !_options.IsKnown(capability);
        return this;
    }

    // The only place that decides whether a literal may be sent before the server has asked for it.
    private CommandEncoder Literal(ImapLiteral literal, bool binary, bool isKnown)
    {
        ArgumentNullException.ThrowIfNull(literal);
        literal.ThrowIfSpent();
        bool synchronizing =
            _options.MustSynchronize(literal.Length, isKnown && !_isDoubtful && _options.IsKnown(_definedBy));
        Space();
        LiteralFormat.WriteHeader(_buffer, literal.Length, binary, synchronizing);
        HasUnasked |= !synchronizing;
        if (!synchronizing && literal.Length <= LargestCopy && literal.TryGetMemory(out ReadOnlySequence<byte> octets))
            CopyInline(octets);
        else
            AddOutbound(literal, synchronizing);
        _afterLiteral = _buffer.Length;
        return this;
    }

    /// <summary>
    /// Writes octets of the protocol composed by the caller, verbatim; rejects what could end the line.
    /// </summary>
    /// <exception cref="ArgumentException">The text contains CR, LF or NUL: send such text as a string.</exception>
    public CommandEncoder Raw(string text) => text.Length == 0 ? this : Word(text);

    /// <summary>
    /// Writes a mailbox name, in modified UTF-7 or, if UTF8=ACCEPT is enabled, in UTF-8 (RFC 9051 §5.1).
    /// </summary>
    public CommandEncoder Mailbox(MailboxName name) => MailboxTokens.Write(this, name, wildcards: false);

    /// <summary>
    /// Writes a pattern of mailbox names for LIST: like a mailbox name, but <c>*</c> and <c>%</c> keep their meaning.
    /// </summary>
    public CommandEncoder MailboxPattern(string pattern) => MailboxTokens.Write(this, pattern, wildcards: true);

    /// <summary>Writes a set of UIDs.</summary>
    /// <exception cref="ArgumentException">The set is empty.</exception>
    public CommandEncoder Set(UidSet set) => Set(set.Numbers);

    /// <summary>Writes a set of message sequence numbers.</summary>
    /// <exception cref="ArgumentException">The set is empty.</exception>
    public CommandEncoder Set(SequenceSet set) => Set(set.Numbers);

    /// <summary>Writes a set of either kind.</summary>
    /// <exception cref="ArgumentException">The set is empty.</exception>
    internal CommandEncoder Set(in NumberSet set)
    {
        if (set.IsEmpty)
            throw new ArgumentException("The set of messages is empty: a command needs at least one.", nameof(set));
        if (set.End == SetEnd.Saved)
            Needs("SEARCHRES");
        NumberSetFormat.WriteTo(set, Token());
        return this;
    }

    /// <summary>Writes flags in parentheses; an empty set is <c>()</c>.</summary>
    /// <exception cref="InvalidOperationException">
    /// A flag that a server sent is not an atom, so sending it would change the command.
    /// </exception>
    public CommandEncoder Flags(FlagSet flags)
    {
        flags.WriteTo(Token());
        return this;
    }

    /// <summary>Lets a value write itself as one token.</summary>
    internal EncodeBuffer Token()
    {
        Space();
        return _buffer;
    }

    internal bool Utf8 => _options.Utf8;

    internal EncodingOptions Options => _options;

    /// <summary>Whether a literal that does not wait follows the last one that does.</summary>
    internal bool HasUnasked { get; private set; }

    private void AddOutbound(ImapLiteral literal, bool synchronizing)
    {
        _buffer.Add(new OutboundLiteral(_buffer.Length, literal, synchronizing, HasUnasked));
        HasUnasked &= !synchronizing;
    }

    private void CopyInline(in ReadOnlySequence<byte> octets)
    {
        foreach (ReadOnlyMemory<byte> segment in octets)
            _buffer.Write(segment.Span);
    }

    private void Space()
    {
        if (_needsSpace)
            _buffer.Write((byte)' ');
        _needsSpace = true;
    }

    /// <summary>Rents an encoder for one command; return it once the command has been encoded.</summary>
    internal static CommandEncoder Rent(EncodeBuffer buffer, EncodingOptions options)
    {
        if (_spare is not { } encoder)
            return new CommandEncoder(buffer, options);
        _spare = null;
        (encoder._buffer, encoder._options) = (buffer, options);
        return encoder;
    }

    /// <summary>Returns an encoder to the pool.</summary>
    internal static void Return(CommandEncoder encoder)
    {
        (encoder._buffer, encoder._options) = (null!, default);
        (encoder._needsSpace, encoder._afterLiteral, encoder._isDoubtful, encoder.HasUnasked) =
            (false, 0, false, false);
        _spare = encoder;
    }

    internal void Begin(ReadOnlySpan<byte> tag, string name, string? definedBy)
    {
        _definedBy = definedBy;
        _buffer.Write(tag);
        _needsSpace = true;
        Word(name);
    }

    internal void EndLine()
    {
        LiteralFormat.RefuseHeaderAtEnd(_buffer.Written[_afterLiteral..]);
        _buffer.Write("\r\n"u8);
    }
}
