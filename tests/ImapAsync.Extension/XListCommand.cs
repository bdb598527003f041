using ImapAsync.Extensibility;

namespace ImapAsync.Extension;

/// <summary>XLIST, which Gmail had before SPECIAL-USE.</summary>
public sealed record XListCommand(string Reference, string Pattern) : ImapCommand<IReadOnlyList<string>>("XLIST")
{
    // Its literals may be sent without waiting if the server announces this.
    protected override string? DefinedBy => "XLIST";

    // Two answers could not be distinguished: the scheduler never lets two of these be in progress at once.
    protected override string? OwnedResponse => "XLIST";

    protected override CommandTraits Traits => CommandTraits.Idempotent;

    protected override void WriteArguments(CommandEncoder encoder) =>
        encoder.Mailbox(Reference).MailboxPattern(Pattern);

    protected override ResponseCollector<IReadOnlyList<string>> CreateCollector() => new Collector();

    private sealed class Collector : ResponseCollector<IReadOnlyList<string>>
    {
        private readonly List<string> _names = [];

        protected override bool TryCollect(in UntaggedResponse response)
        {
            if (!response.Is("XLIST"u8))
                return false;

            ImapTokenReader reader = response.Arguments;
            reader.SkipValue();                              // the attributes
            reader.SkipValue();                              // the delimiter
            _names.Add(reader.ReadMailbox().Value);
            return true;
        }

        protected override IReadOnlyList<string> Complete(ResponseCode? code) => _names;
    }
}
