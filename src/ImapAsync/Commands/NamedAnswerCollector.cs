using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// Gathers the answer of a command whose responses name what they are about. Where the command is done and no response
/// is about what it asked, the result says so, and what came instead: an empty value would be taken for the answer.
/// </summary>
internal abstract class NamedAnswerCollector<TResult> : ResponseCollector<TResult>
{
    /// <summary>The name of the responses.</summary>
    protected abstract string ResponseName { get; }

    /// <summary>What they must be about, for messages; null where there is one thing only.</summary>
    protected virtual string? Asked => null;

    /// <summary>The first response that came instead; null where none did.</summary>
    protected byte[]? Other { get; set; }

    /// <summary>Whether the answer has come.</summary>
    protected bool IsAnswered { get; set; }

    /// <summary>Whether a server that has nothing to tell may say OK alone.</summary>
    protected virtual bool MayBeSilent => false;

    internal override void Pass(in UntaggedResponse response)
    {
        if (Other is null && !IsAnswered && IsInstead(response))
            Other = response.Raw.ToArray();
    }

    internal override MalformedResponse? FindMissing(ResponseCode? code)
    {
        if (IsAnswered || (Other is null && MayBeSilent))
            return null;
        string came = Other is null
            ? "none came"
            : $"found \"{ProtocolErrors.Printable(ProtocolErrors.Excerpt(Other))}\"";
        string about = Asked is null ? "" : $" of \"{Asked}\"";
        string reason = $"The server said OK without the answer: expected {ResponseName}{about}, {came}.";
        return new MalformedResponse(ResponseName, Other, reason);
    }

    /// <summary>Whether a response that nobody has taken looks like the answer to such a question.</summary>
    protected virtual bool IsInstead(in UntaggedResponse response) =>
        System.Text.Ascii.EqualsIgnoreCase(response.Name, ResponseName);

    /// <summary>The answer has come; what could not be read of it is told once all else is kept.</summary>
    /// <exception cref="ImapProtocolException">Something could not be read.</exception>
    protected bool Answered(in Damage damage)
    {
        IsAnswered = true;
        damage.ThrowIfAny();
        return true;
    }
}
