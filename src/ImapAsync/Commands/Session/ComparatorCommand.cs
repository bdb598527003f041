using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>How the server compares text.</summary>
/// <param name="Active">
/// The comparator in use, such as <c>i;unicode-casemap</c>; null if the server did not say.
/// </param>
/// <param name="Matching">All comparators that match the request, if there is more than one.</param>
public sealed record ComparatorResult(string? Active, IReadOnlyList<string> Matching);

/// <summary>
/// Chooses how the server compares text in SEARCH, SORT and THREAD, or queries it (COMPARATOR, RFC 5255 §4.7).
/// </summary>
/// <param name="Comparators">
/// Comparators in order of preference, such as <c>cz;*</c>, or <c>default</c>; none to query the one in use.
/// </param>
public sealed record ComparatorCommand(params IReadOnlyList<string> Comparators)
    : ImapCommand<ComparatorResult>("COMPARATOR")
{
    /// <inheritdoc/>
    protected internal override string DefinedBy => Capability.I18nLevel2;

    /// <inheritdoc/>
    protected internal override CommandTraits Traits => CommandTraits.Idempotent;

    /// <inheritdoc/>
    protected internal override string OwnedResponse => "COMPARATOR";

    /// <inheritdoc/>
    protected internal override void WriteArguments(CommandEncoder encoder)
    {
        foreach (string comparator in Comparators)
            encoder.AString(comparator);
    }

    /// <inheritdoc/>
    protected internal override ResponseCollector<ComparatorResult> CreateCollector() =>
        new Collector(Comparators.Count > 0);

    private sealed class Collector(bool chooses) : NamedAnswerCollector<ComparatorResult>
    {
        private ComparatorResult _result = new(null, []);

        protected override string ResponseName => "COMPARATOR";

        protected override bool MayBeSilent => chooses;

        // comparator-data = "COMPARATOR" SP comp-sel-quoted [SP "(" comp-id-quoted *(SP comp-id-quoted) ")"]
        protected internal override bool TryCollect(in UntaggedResponse response)
        {
            if (response.Kind != ResponseKind.Comparator)
                return false;
            ImapTokenReader reader = response.Arguments;
            RequireFirst(response);
            Damage damage = default;
            string active = reader.ReadString().ToString();
            List<string> matching = [];
            if (reader.ListOctets.IsEmpty && !reader.End && !reader.TryReadNil())
                damage.Note("a list of comparators", reader.Remaining);
            StringList.Read(reader.ListOctets, matching, ref damage);
            _result = new ComparatorResult(active, matching);
            return AnsweredOnce(response, damage);
        }

        protected internal override ComparatorResult Complete(ResponseCode? code) => _result;
    }
}
