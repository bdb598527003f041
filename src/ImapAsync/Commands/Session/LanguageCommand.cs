using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// Chooses the language of the server's texts, or lists the available ones (LANGUAGE, RFC 5255 §3.2). The value is the
/// language in use, or all that the server supports.
/// </summary>
/// <param name="Ranges">
/// Language ranges such as <c>de-CH</c>, in order of preference, or <c>default</c>; none to list the available ones.
/// </param>
public sealed record LanguageCommand(params IReadOnlyList<string> Ranges)
    : ImapCommand<IReadOnlyList<string>>("LANGUAGE")
{
    /// <inheritdoc/>
    protected internal override string DefinedBy => Capability.Language;

    /// <inheritdoc/>
    protected internal override CommandTraits Traits => CommandTraits.Idempotent;

    /// <inheritdoc/>
    protected internal override string OwnedResponse => "LANGUAGE";

    /// <inheritdoc/>
    protected internal override void WriteArguments(CommandEncoder encoder)
    {
        foreach (string range in Ranges)
            encoder.AString(range);
    }

    /// <inheritdoc/>
    protected internal override ResponseCollector<IReadOnlyList<string>> CreateCollector() =>
        new Collector(Ranges.Count > 0);

    private sealed class Collector(bool chooses) : NamedAnswerCollector<IReadOnlyList<string>>
    {
        private readonly List<string> _languages = [];

        protected override string ResponseName => "LANGUAGE";

        protected override bool MayBeSilent => chooses;

        // language-data = "LANGUAGE" SP "(" lang-tag-quoted *(SP lang-tag-quoted) ")"
        protected internal override bool TryCollect(in UntaggedResponse response)
        {
            if (response.Kind != ResponseKind.Language)
                return false;
            ImapTokenReader reader = response.Arguments;
            Damage damage = default;
            StringList.Read(reader.Remaining, _languages, ref damage);
            return Answered(damage);
        }

        protected internal override IReadOnlyList<string> Complete(ResponseCode? code) => _languages;
    }
}
