using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>The common part of <see cref="ReplaceCommand"/> and <see cref="UidReplaceCommand"/>.</summary>
/// <typeparam name="TNumber"><see cref="Uid"/> or <see cref="SequenceNumber"/>.</typeparam>
public abstract record ReplaceCommand<TNumber> : MailboxCommand<AppendResult>
    where TNumber : unmanaged
{
    private protected ReplaceCommand(string name, TNumber replaced, MailboxName mailbox, AppendMessage message)
        : base(name, mailbox)
    {
        Replaced = replaced;
        Message = message;
    }

    /// <summary>The message that goes.</summary>
    public TNumber Replaced { get; init; }

    /// <summary>The new message.</summary>
    public AppendMessage Message
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            field = value;
        }
    }

    /// <inheritdoc/>
    protected internal sealed override string DefinedBy => Capability.Replace;

    /// <inheritdoc/>
    protected internal sealed override CommandTraits Traits => MessageNumber.IsUid<TNumber>()
        ? CommandTraits.NeedsSelection
        : CommandTraits.NeedsSelection | CommandTraits.UsesSequenceNumbers;

    /// <inheritdoc/>
    protected internal sealed override void WriteArguments(CommandEncoder encoder)
    {
        encoder.Number(NumberSet.RequireMessage(MessageNumber.ToUInt32<TNumber>(Replaced))).Mailbox(Mailbox);
        Message.Write(encoder);
    }

    /// <inheritdoc/>
    protected internal sealed override ResponseCollector<AppendResult> CreateCollector() =>
        new AppendCollector(expunges: true, Replaced is Uid uid ? uid : null);
}

/// <summary>
/// REPLACE: adds a message to a mailbox and removes another one, named by sequence number, from the selected mailbox,
/// in one step (REPLACE, RFC 8508 §3.3).
/// </summary>
/// <param name="Replaced">The message that goes.</param>
/// <param name="Mailbox">The mailbox for the new message: the selected one, or another that exists.</param>
/// <param name="Message">The new message.</param>
/// <exception cref="ArgumentException">The mailbox name is empty.</exception>
public sealed record ReplaceCommand(SequenceNumber Replaced, MailboxName Mailbox, AppendMessage Message)
    : ReplaceCommand<SequenceNumber>("REPLACE", Replaced, Mailbox, Message);

/// <summary>
/// UID REPLACE: adds a message to a mailbox and removes another one, named by UID, from the selected mailbox, in one
/// step (REPLACE, RFC 8508 §3.4).
/// </summary>
/// <inheritdoc cref="ReplaceCommand" path="/*[not(self::summary)]"/>
public sealed record UidReplaceCommand(Uid Replaced, MailboxName Mailbox, AppendMessage Message)
    : ReplaceCommand<Uid>("UID REPLACE", Replaced, Mailbox, Message);
