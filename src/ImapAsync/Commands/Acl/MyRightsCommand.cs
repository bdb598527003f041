using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>Gets the user's rights on a mailbox (MYRIGHTS, RFC 4314 §3.5).</summary>
/// <param name="Mailbox">The mailbox.</param>
/// <exception cref="ArgumentException">The name is empty.</exception>
public sealed record MyRightsCommand(MailboxName Mailbox) : MailboxCommand<Rights>("MYRIGHTS", Mailbox)
{
    /// <inheritdoc/>
    protected internal override string DefinedBy => Capability.Acl;

    /// <inheritdoc/>
    protected internal override CommandTraits Traits => CommandTraits.Idempotent;

    /// <inheritdoc/>
    protected internal override ResponseCollector<Rights> CreateCollector() => new Collector(Mailbox);

    private sealed class Collector(MailboxName mailbox) : NamedAnswerCollector<Rights>
    {
        private readonly MailboxMatcher _mailbox = new(mailbox);
        private Rights _rights;

        protected override string ResponseName => "MYRIGHTS";

        protected override string Asked => mailbox.Value;

        // myrights-data = "MYRIGHTS" SP mailbox SP rights
        protected internal override bool TryCollect(in UntaggedResponse response)
        {
            ImapTokenReader reader = response.Arguments;
            if (response.Kind != ResponseKind.MyRights
                || !_mailbox.TryReadBeforeLast(ref reader, response.IsForExactMatch))
            {
                return false;
            }

            RequireFirst(response);
            Damage damage = default;
            _rights = RightsToken.ReadLast(reader, ref damage) ?? Rights.None;
            return AnsweredOnce(response, damage);
        }

        protected internal override Rights Complete(ResponseCode? code) => _rights;
    }
}
