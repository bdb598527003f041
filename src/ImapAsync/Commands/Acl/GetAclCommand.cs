using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// Gets the access control list of a mailbox (GETACL, RFC 4314 §3.3). It requires the right to administer the mailbox.
/// </summary>
/// <param name="Mailbox">The mailbox.</param>
/// <exception cref="ArgumentException">The name is empty.</exception>
public sealed record GetAclCommand(MailboxName Mailbox) : MailboxCommand<Acl>("GETACL", Mailbox)
{
    /// <inheritdoc/>
    protected internal override string DefinedBy => Capability.Acl;

    /// <inheritdoc/>
    protected internal override CommandTraits Traits => CommandTraits.Idempotent;

    /// <inheritdoc/>
    protected internal override ResponseCollector<Acl> CreateCollector() => new Collector(Mailbox);

    private sealed class Collector(MailboxName mailbox) : NamedAnswerCollector<Acl>
    {
        private readonly MailboxMatcher _mailbox = new(mailbox);
        private readonly List<AclEntry> _entries = [];

        protected override string ResponseName => "ACL";

        protected override string Asked => mailbox.Value;

        // acl-data = "ACL" SP mailbox *(SP identifier SP rights)
        protected internal override bool TryCollect(in UntaggedResponse response)
        {
            ImapTokenReader reader = response.Arguments;
            if (response.Kind != ResponseKind.Acl || !_mailbox.TryRead(ref reader, response.IsForExactMatch))
                return false;

            Damage damage = default;
            ListReader values = ListReader.Bare(reader.Remaining);
            while (values.MoveNext())
            {
                ResponseValue identifier = values.Current;
                Rights rights = RightsToken.Read(values.Next(), ref damage) ?? Rights.None;
                if (values.IsCutOff)
                    break;
                if (identifier.IsList)
                    damage.Note("an identifier", identifier.Octets);
                else
                    _entries.Add(new AclEntry(identifier.String.ToString(), rights));
            }

            damage.NoteEnd(values, inList: false);
            return Answered(damage);
        }

        protected internal override Acl Complete(ResponseCode? code) => new(mailbox, _entries);
    }
}
