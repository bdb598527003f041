using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// An argument of an untyped command. Text is converted implicitly: a list in parentheses, such as <c>(FLAGS UID)</c>,
/// is sent verbatim, anything else as a string, which is quoted or sent as a literal if necessary.
/// </summary>
public readonly struct RawArgument
{
    private readonly object? _value;
    private readonly bool _isRaw;

    private RawArgument(object value, bool isRaw)
    {
        _value = value;
        _isRaw = isRaw;
    }

    /// <summary>
    /// Octets of the protocol, sent verbatim, such as <c>1:*</c> or <c>\Seen</c>. Never pass a user's text.
    /// </summary>
    /// <exception cref="ArgumentException">
    /// The text is empty, or contains something that would end the line or begin a literal.
    /// </exception>
    public static RawArgument Raw(string text)
    {
        ArgumentException.ThrowIfNullOrEmpty(text);
        StringRules.RefuseLineBreaks(text);
        if (LiteralFormat.EndsInHeader(System.Text.Encoding.UTF8.GetBytes(text)))
        {
            throw new ArgumentException(
                $"\"{text}\" ends like the header of a literal: the server would wait for its octets. "
                + "Use RawArgument.Literal.",
                nameof(text));
        }

        return new RawArgument(text, isRaw: true);
    }

    /// <summary>A string: an atom if possible, otherwise quoted or a literal.</summary>
    public static RawArgument String(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new RawArgument(text, isRaw: false);
    }

    /// <summary>A literal.</summary>
    public static RawArgument Literal(ImapLiteral literal)
    {
        ArgumentNullException.ThrowIfNull(literal);
        return new RawArgument(literal, isRaw: false);
    }

    /// <summary>A mailbox name, in the encoding that the connection uses.</summary>
    public static RawArgument Mailbox(MailboxName mailbox) => new(mailbox, isRaw: false);

    /// <summary>A list in parentheses verbatim, anything else as a string.</summary>
    /// <exception cref="ArgumentException">A list contains something that would end the line.</exception>
    public static implicit operator RawArgument(string text) => RawText.IsList(text) ? Raw(text) : String(text);

    /// <summary>A literal.</summary>
    public static implicit operator RawArgument(ImapLiteral literal) => Literal(literal);

    /// <summary>A mailbox name.</summary>
    public static implicit operator RawArgument(MailboxName mailbox) => Mailbox(mailbox);

    internal void Write(CommandEncoder encoder)
    {
        switch (_value)
        {
            case string text when _isRaw:
                encoder.Raw(text);
                break;
            case string text:
                encoder.AString(text);
                break;
            case ImapLiteral literal:
                encoder.Literal(literal);
                break;
            case MailboxName mailbox:
                encoder.Mailbox(mailbox);
                break;
            default:
                throw new InvalidOperationException(
                    "An argument is empty: create it from text, a mailbox name or a literal.");
        }
    }
}
