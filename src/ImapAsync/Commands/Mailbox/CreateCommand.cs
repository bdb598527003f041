using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>The mailbox that CREATE created.</summary>
/// <param name="Name">The mailbox's name, as the server writes it (RFC 9051 §6.3.4): usually the requested one.</param>
/// <param name="MailboxId">
/// An identifier that is kept when the mailbox is renamed (RFC 8474); null if the server reported none.
/// </param>
public sealed record CreateResult(MailboxName Name, string? MailboxId = null) : IMalformedHolder<CreateResult>
{
    /// <summary>The unreadable parts of the server's answer; the mailbox was created nevertheless.</summary>
    /// <value>Default: empty.</value>
    public IReadOnlyList<MalformedResponse> Malformed { get; init; } = [];

    CreateResult IMalformedHolder<CreateResult>.With(IReadOnlyList<MalformedResponse> malformed) =>
        this with { Malformed = malformed };
}

/// <summary>
/// Creates a mailbox (CREATE, RFC 9051 §6.3.4). A name that ends with the hierarchy delimiter announces that there will
/// be mailboxes below it.
/// </summary>
/// <param name="Mailbox">The new mailbox.</param>
/// <exception cref="ArgumentException">The name is empty.</exception>
public sealed record CreateCommand(MailboxName Mailbox) : MailboxCommand<CreateResult>("CREATE", Mailbox)
{
    /// <summary>Its special uses, such as <c>\Sent</c> (CREATE-SPECIAL-USE, RFC 6154 §3).</summary>
    /// <value>Default: none.</value>
    public MailboxAttributes SpecialUse { get; init; } = MailboxAttributes.Empty;

    /// <inheritdoc/>
    protected internal override string DefinedBy => EncodingOptions.Base;

    /// <inheritdoc/>
    protected internal override void WriteArguments(CommandEncoder encoder)
    {
        encoder.Mailbox(Mailbox);
        if (SpecialUse.Count == 0)
            return;

        encoder.BeginList().Word("USE"u8).BeginList();
        foreach (MailboxAttribute attribute in SpecialUse)
            encoder.Word(Require(attribute).Name);
        encoder.EndList().EndList();
    }

    /// <inheritdoc/>
    protected internal override ResponseCollector<CreateResult> CreateCollector() => new Collector(Mailbox);

    // Its name may come from a server.
    private static MailboxAttribute Require(MailboxAttribute attribute) => FlagSyntax.IsSendable(attribute.Name)
        ? attribute
        : throw new ArgumentException(
            $"\"{attribute.Name}\" cannot be sent as a special use: use one such as MailboxAttribute.Sent.",
            nameof(attribute));

    private sealed class Collector(MailboxName asked) : ResponseCollector<CreateResult>
    {
        private MailboxName? _canonical;

        // If the server writes the name differently, it reports both (RFC 9051 §6.3.9.7).
        protected internal override bool TryCollect(in UntaggedResponse response)
        {
            if (response.Kind != ResponseKind.List || response.Raw.IndexOf("OLDNAME"u8) < 0)
                return false;
            ImapTokenReader reader = response.Arguments;
            MailboxInfo mailbox =
                ListResponseParser.Parse(ref reader, new MailboxAttributeCache(), out _, out Damage damage);
            if (mailbox.OldName is not { } old || !new MailboxMatcher(asked).Matches(old))
                return false;
            _canonical = mailbox.Name;
            damage.ThrowIfAny();
            return true;
        }

        internal override string? ExpectedIn(ResponseCode code) => ObjectIdToken.ExpectedIn(code);

        protected internal override CreateResult Complete(ResponseCode? code) =>
            new(_canonical ?? asked, ObjectIdToken.Of(code));
    }
}
