using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// PARTIAL: fetches a range of octets of one section (RFC 1730 §6.4.6). Only servers of the first IMAP4 support it;
/// with all others use <see cref="FetchItem.Body(BodySection, long, long)"/>. The answer does not say which octets
/// it contains.
/// </summary>
/// <param name="Message">The message.</param>
/// <param name="Item">RFC822, RFC822.HEADER, RFC822.TEXT or BODY[section], also with .PEEK.</param>
/// <param name="FirstOctet">The first octet, counted from 1.</param>
/// <param name="Count">The maximum number of octets.</param>
public sealed record PartialCommand(SequenceNumber Message, FetchItem Item, long FirstOctet, long Count)
    : ImapStreamCommand<FetchedMessage>("PARTIAL")
{
    /// <inheritdoc/>
    protected internal override string DefinedBy => Capability.Imap4;

    /// <inheritdoc/>
    protected internal override CommandTraits Traits =>
        CommandTraits.NeedsSelection | CommandTraits.Idempotent | CommandTraits.UsesSequenceNumbers
        | CommandTraits.ForbidsExpunge;

    /// <inheritdoc/>
    internal override string? MissingFrom(ImapCapabilities capabilities) =>
        capabilities.Contains(Capability.Imap4)
            ? null
            : "PARTIAL is a command of IMAP4 only, which the server does not announce: fetch the octets with "
                + $"{nameof(FetchItem)}.{nameof(FetchItem.Body)}(section, offset, count), which counts them from "
                + "0.";

    /// <inheritdoc/>
    protected internal override string Description => $"{Name} {Message} {Item}";

    /// <inheritdoc/>
    protected internal override void WriteArguments(CommandEncoder encoder)
    {
        if (FirstOctet < 1 || Count < 1)
        {
            throw new InvalidOperationException(
                $"PARTIAL counts octets from 1 and fetches at least one, not {Count} from {FirstOctet} on "
                + "(RFC 1730 §6.4.6).");
        }

        encoder.Number(Message.Value).Word(Item.ToString()).Number(FirstOctet).Number(Count);
    }

    /// <inheritdoc/>
    protected internal override ItemCollector<FetchedMessage> CreateItemCollector() =>
        new FetchCollector(new FetchFilter(SequenceSet.Of(Message).Numbers, areUids: false, Item));
}
