using ImapAsync.Extensibility;

namespace ImapAsync.Tests;

/// <summary>An extension command as a user would write one: a STORE that returns its answers as they were sent.</summary>
internal sealed record StoreProbe(Uid Uid) : ImapCommand<IReadOnlyList<UntypedResponse>>("UID STORE")
{
    protected internal override CommandTraits Traits => CommandTraits.NeedsSelection;

    protected internal override void WriteArguments(CommandEncoder encoder) => encoder.Set(Uid).Word("+FLAGS"u8).Flags(Flag.Seen);

    protected internal override ResponseCollector<IReadOnlyList<UntypedResponse>> CreateCollector() => new Collector();

    private sealed class Collector : ResponseCollector<IReadOnlyList<UntypedResponse>>
    {
        private readonly List<UntypedResponse> _answers = [];

        protected internal override bool TryCollect(in UntaggedResponse response)
        {
            if (!response.Is("FETCH"u8))
                return false;
            _answers.Add(new UntypedResponse("FETCH", response.Number, response.Raw.ToArray()));
            return true;
        }

        protected internal override IReadOnlyList<UntypedResponse> Complete(ResponseCode? code) => _answers;
    }
}
