using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// An untyped command: its name and arguments are sent verbatim, and every untagged response is returned untyped. It
/// waits for all others and they wait for it, since its effect is unknown. One that acts on messages (FETCH, EXPUNGE,
/// UID …) is sent through the selected mailbox, like the typed ones.
/// </summary>
public sealed record RawCommand : ImapCommand<UntypedResult>
{
    private static readonly string[] NeedTheConnection =
        ["AUTHENTICATE", "COMPRESS", "IDLE", "LOGIN", "LOGOUT", "STARTTLS", "UNAUTHENTICATE"];
    private static readonly string[] ActOnMessages =
        ["CLOSE", "COPY", "EXPUNGE", "FETCH", "MOVE", "PARTIAL", "REPLACE", "SEARCH", "SORT", "STORE", "THREAD", "UID"];
    private static readonly string[] EndTheSelection = ["CLOSE", "EXAMINE", "SELECT", "UNSELECT"];

    /// <summary>Creates the command.</summary>
    /// <param name="name">The command's name after the tag, such as <c>XYZZY</c> or <c>UID XYZZY</c>.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <exception cref="ArgumentException">
    /// The name is not valid, or the connection takes part in the command: use the typed one.
    /// </exception>
    public RawCommand(string name, params IReadOnlyList<RawArgument> arguments)
        : base(name)
    {
        foreach (string word in name.Split(' '))
        {
            if (!StringRules.IsAtom(word))
            {
                throw new ArgumentException(
                    $"\"{name}\" is not the name of a command: it is one or more words with a space between them.",
                    nameof(name));
            }
        }

        if (IsAmong(NeedTheConnection))
        {
            throw new ArgumentException(
                $"The connection takes part in {FirstWord}: use the method with that name, or the option.",
                nameof(name));
        }

        Arguments = arguments;
    }

    /// <summary>The arguments.</summary>
    public IReadOnlyList<RawArgument> Arguments { get; }

    /// <summary>Whether the arguments contain a secret, which then appears in no log.</summary>
    /// <value>Default: false.</value>
    public bool IsSecret { get; init; }

    /// <inheritdoc/>
    /// <remarks>It is unknown: its literals wait for the server.</remarks>
    protected internal override string? DefinedBy => null;

    /// <inheritdoc/>
    protected internal override CommandTraits Traits =>
        CommandTraits.Exclusive
        | (IsSecret ? CommandTraits.Secret : CommandTraits.None)
        | (IsAmong(ActOnMessages) ? CommandTraits.NeedsSelection : CommandTraits.None)
        | (IsAmong(EndTheSelection) ? CommandTraits.EndsSelection : CommandTraits.None);

    private string FirstWord => Name.Split(' ')[0];

    /// <inheritdoc/>
    protected internal override void WriteArguments(CommandEncoder encoder)
    {
        foreach (RawArgument argument in Arguments)
            argument.Write(encoder);
    }

    /// <inheritdoc/>
    protected internal override ResponseCollector<UntypedResult> CreateCollector() => new RawCollector();

    private bool IsAmong(string[] names) => names.Contains(FirstWord, StringComparer.OrdinalIgnoreCase);
}
