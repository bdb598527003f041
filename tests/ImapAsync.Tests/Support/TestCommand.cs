using ImapAsync.Extensibility;

namespace ImapAsync.Tests;

/// <summary>A command that only tests have: its line goes to the wire unchanged, and it takes what its rule allows.</summary>
internal sealed record TestCommand(string Line, CommandTraits Needs = CommandTraits.None, string? Owns = null) : ImapCommand<IReadOnlyList<string>>(Line)
{
    /// <summary>Writes arguments, and runs a test's code at that moment.</summary>
    public Action<CommandEncoder>? Writing { get; init; }

    /// <summary>Which responses the command takes; by default those that it owns.</summary>
    public Func<string, bool>? Takes { get; init; }

    /// <summary>What the command's syntax comes from; by default that of the base protocol.</summary>
    public string? Grammar { get; init; } = EncodingOptions.Base;

    protected internal override string? DefinedBy => Grammar;

    protected internal override CommandTraits Traits => Needs;

    protected internal override string? OwnedResponse => Owns;

    protected internal override void WriteArguments(CommandEncoder encoder) => Writing?.Invoke(encoder);

    protected internal override ResponseCollector<IReadOnlyList<string>> CreateCollector() => new Collector(this);

    private sealed class Collector(TestCommand command) : ResponseCollector<IReadOnlyList<string>>
    {
        private readonly List<string> _taken = [];

        protected internal override bool TryCollect(in UntaggedResponse response)
        {
            string text = System.Text.Encoding.Latin1.GetString(response.Raw);
            bool takes = command.Takes?.Invoke(text) ?? (command.Owns is { } owned && response.Is(System.Text.Encoding.ASCII.GetBytes(owned)));
            if (takes)
                _taken.Add(text);
            return takes;
        }

        protected internal override IReadOnlyList<string> Complete(ResponseCode? code) => _taken;
    }
}
