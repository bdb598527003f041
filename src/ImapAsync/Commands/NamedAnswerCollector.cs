using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// Gathers the answer of a command whose responses name what they are about. Where the command is done and no response
/// is about what it asked, the result says so, and what came instead: an empty value would be taken for the answer.
/// </summary>
internal abstract class NamedAnswerCollector<TResult> : ResponseCollector<TResult>
{
    private byte[]? _first;

    // Of one that could not be read the command has all its octets.
    private bool _isRead;

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

    internal override bool HasPart(ResponseCode? code) => _isRead;

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

    /// <summary>
    /// To be called before an answer that comes once is kept: the first that could be read holds, and what is said
    /// after it is reported.
    /// </summary>
    /// <exception cref="ImapProtocolException">Another has come before it.</exception>
    protected void RequireFirst(in UntaggedResponse response)
    {
        if (_first is not null && !response.Raw.SequenceEqual(_first))
        {
            throw new ImapProtocolException(
                $"The server has answered with {ResponseName} twice, and differently: the first answer holds.");
        }
    }

    /// <summary>The answer has come; what could not be read of it is told once all else is kept.</summary>
    /// <exception cref="ImapProtocolException">Something could not be read.</exception>
    protected bool Answered(in Damage damage)
    {
        IsAnswered = true;
        damage.ThrowIfAny();
        _isRead = true;
        return true;
    }

    /// <summary>The same for an answer that comes once: from here on another is not the answer.</summary>
    /// <exception cref="ImapProtocolException">Something could not be read.</exception>
    protected bool AnsweredOnce(in UntaggedResponse response, in Damage damage)
    {
        Answered(damage);
        _first ??= response.Raw.ToArray();
        return true;
    }
}
