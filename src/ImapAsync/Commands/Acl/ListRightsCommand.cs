using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>Gets the rights that an identifier can be given on a mailbox (LISTRIGHTS, RFC 4314 §3.4).</summary>
/// <param name="Mailbox">The mailbox.</param>
/// <param name="Identifier">A user or group in the server's notation, or <c>anyone</c>.</param>
/// <exception cref="ArgumentException">The mailbox name or the identifier is empty.</exception>
public sealed record ListRightsCommand(MailboxName Mailbox, string Identifier)
    : IdentifierCommand<GrantableRights>("LISTRIGHTS", Mailbox, Identifier)
{
    /// <inheritdoc/>
    protected internal override ResponseCollector<GrantableRights> CreateCollector() =>
        new Collector(Mailbox, Identifier);

    private sealed class Collector(MailboxName mailbox, string identifier) : NamedAnswerCollector<GrantableRights>
    {
        private readonly MailboxMatcher _mailbox = new(mailbox);
        private readonly List<Rights> _optional = [];
        private Rights _required;

        protected override string ResponseName => "LISTRIGHTS";

        protected override string Asked => $"{mailbox.Value}\" for \"{identifier}";

        // listrights-data = "LISTRIGHTS" SP mailbox SP identifier SP rights *(SP rights)
        protected internal override bool TryCollect(in UntaggedResponse response)
        {
            ImapTokenReader reader = response.Arguments;
            if (response.Kind != ResponseKind.ListRights || !_mailbox.TryRead(ref reader, response.IsForExactMatch)
                || !NamedToken.TryRead(ref reader, identifier, response.IsForExactMatch))
            {
                return false;
            }

            RequireFirst(response);
            _optional.Clear();
            Damage damage = default;
            ListReader values = ListReader.Bare(reader.Remaining);
            _required = RightsToken.Read(values.Next(), ref damage) ?? Rights.None;
            while (values.MoveNext() && !values.IsCutOff)
                _optional.Add(RightsToken.Read(values.Current, ref damage) ?? Rights.None);
            damage.NoteEnd(values, inList: false);
            return AnsweredOnce(response, damage);
        }

        protected internal override GrantableRights Complete(ResponseCode? code) =>
            new(mailbox, identifier, _required, _optional);
    }
}
