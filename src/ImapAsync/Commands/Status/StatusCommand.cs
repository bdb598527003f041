using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// Gets the counters of a mailbox without selecting it (STATUS, RFC 9051 §6.3.11). Any number of them, each for another
/// mailbox, can be in progress at once: their answers are distinguished by name. A server may take long; for the
/// selected mailbox, use what is already known.
/// </summary>
/// <param name="Mailbox">The mailbox.</param>
/// <param name="Items">The counters to get; at least one.</param>
/// <exception cref="ArgumentException">The name is empty, or no counter is requested.</exception>
public sealed record StatusCommand(MailboxName Mailbox, StatusItems Items)
    : MailboxCommand<MailboxStatus>("STATUS", Mailbox)
{
    /// <summary>The counters to get.</summary>
    public StatusItems Items { get; init => field = StatusItemTokens.Require(value); } =
        StatusItemTokens.Require(Items);

    /// <inheritdoc/>
    protected internal override string DefinedBy => EncodingOptions.Base;

    /// <inheritdoc/>
    protected internal override CommandTraits Traits => CommandTraits.Idempotent;

    /// <summary>
    /// Two answers about one mailbox are indistinguishable: they may contain different items, and a server may send the
    /// second one first.
    /// </summary>
    protected internal override string OwnedResponse => Mailbox.IsInbox ? "STATUS INBOX" : "STATUS " + Mailbox.Value;

    /// <inheritdoc/>
    protected internal override void WriteArguments(CommandEncoder encoder) =>
        StatusItemTokens.Write(encoder.Mailbox(Mailbox), Items);

    /// <inheritdoc/>
    protected internal override ResponseCollector<MailboxStatus> CreateCollector() => new Collector(Mailbox);

    private sealed class Collector(MailboxName mailbox) : NamedAnswerCollector<MailboxStatus>
    {
        private readonly MailboxMatcher _mailbox = new(mailbox);
        private MailboxStatus? _status;

        protected override string ResponseName => "STATUS";

        protected override string Asked => mailbox.Value;

        protected internal override bool TryCollect(in UntaggedResponse response)
        {
            ImapTokenReader reader = response.Arguments;
            if (response.Kind != ResponseKind.Status
                || !_mailbox.TryReadBeforeList(ref reader, response.IsForExactMatch))
            {
                return false;
            }
            // Some servers answer in several responses.
            _status = MailboxStatusParser.Parse(ref reader, mailbox, out Damage damage, _status);
            return Answered(damage);
        }

        protected internal override MailboxStatus Complete(ResponseCode? code) => _status ?? new MailboxStatus(mailbox);
    }
}
