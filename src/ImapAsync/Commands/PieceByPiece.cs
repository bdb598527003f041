using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// Sends a command for each piece of a set that is too long for one, one after the other, and joins what they report.
/// If one is refused, the previous ones were carried out: the exception has their value.
/// </summary>
internal abstract class PieceByPiece<TResult>(IImapMailbox mailbox)
    where TResult : class
{
    /// <summary>The unreadable parts so far.</summary>
    protected List<MalformedResponse> Malformed { get; } = [];

    /// <exception cref="ImapCommandException">The server refused one of them.</exception>
    public async Task<TResult> SendAsync(
        IEnumerable<ImapCommand<TResult>> commands, CancellationToken cancellationToken)
    {
        bool isAnyDone = false;
        foreach (ImapCommand<TResult> command in commands)
        {
            ImapResult<TResult> result = await SendAsync(command, isAnyDone, cancellationToken).ConfigureAwait(false);
            TResult? told = result.IsOk ? ValueOf(result, command) : result.PartialValue;
            Malformed.AddRange(result.Malformed);
            if (told is not null)
                Add(told);
            isAnyDone |= told is not null;
            if (!result.IsOk)
                throw result.Refusal(isAnyDone ? Build() : null, Malformed);
        }

        return Build();
    }

    /// <summary>Adds what one of the commands has reported.</summary>
    protected abstract void Add(TResult told);

    /// <summary>The combined reports of all commands; called once, at the end.</summary>
    protected abstract TResult Build();

    /// <summary>The value of a command that was carried out.</summary>
    protected virtual TResult ValueOf(ImapResult<TResult> result, ImapCommand<TResult> command) => result.Value;

    // A command that was not sent is safe to repeat, but the previous parts are not.
    private async Task<ImapResult<TResult>> SendAsync(
        ImapCommand<TResult> command, bool isAnyDone, CancellationToken cancellationToken)
    {
        try
        {
            return (await mailbox.SendAsync(command, cancellationToken).ConfigureAwait(false)).Required(command);
        }
        catch (ImapConnectionException exception) when (
            isAnyDone && exception.Outcome == CommandOutcome.NotSent && !command.Traits.Has(CommandTraits.Idempotent))
        {
            throw new ImapConnectionException(
                $"{exception.Message} Other parts of the same set had already been done.",
                CommandOutcome.Unknown,
                exception.ByeText,
                exception)
            {
                Reason = exception.Reason,
                Code = exception.Code,
                IsTransient = exception.IsTransient,
            };
        }
    }
}
