using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// Collects the answer of a command whose responses name what they are about. If the command succeeds and no response
/// is about what it requested, the result says so, and what arrived instead: an empty value would be taken for the
/// answer.
/// </summary>
internal abstract class NamedAnswerCollector<TResult> : ResponseCollector<TResult>
{
    private byte[]? _first;

    // The command has all the octets of an unreadable one.
    private bool _isRead;

    /// <summary>The name of the responses.</summary>
    protected abstract string ResponseName { get; }

    /// <summary>What they must be about, for messages; null if there is only one thing.</summary>
    protected virtual string? Asked => null;

    /// <summary>The first response that arrived instead; null if there was none.</summary>
    protected byte[]? Other { get; set; }

    /// <summary>Whether the answer has arrived.</summary>
    protected bool IsAnswered { get; set; }

    /// <summary>Whether a server that has nothing to report may answer only OK.</summary>
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
        string reason = $"The server answered OK without the requested data: expected {ResponseName}{about}, {came}.";
        return new MalformedResponse(ResponseName, Other, reason);
    }

    /// <summary>Whether a response that no command has taken looks like the answer to such a command.</summary>
    protected virtual bool IsInstead(in UntaggedResponse response) =>
        System.Text.Ascii.EqualsIgnoreCase(response.Name, ResponseName);

    /// <summary>
    /// Call it before keeping an answer that arrives once: the first readable one counts, and any later one is
    /// reported.
    /// </summary>
    /// <exception cref="ImapProtocolException">Another one has arrived before it.</exception>
    protected void RequireFirst(in UntaggedResponse response)
    {
        if (_first is not null && !response.Raw.SequenceEqual(_first))
        {
            throw new ImapProtocolException(
                $"The server has answered with {ResponseName} twice, with different content: the first answer counts.");
        }
    }

    /// <summary>The answer has arrived; its unreadable parts are reported once everything else is kept.</summary>
    /// <exception cref="ImapProtocolException">Something is unreadable.</exception>
    protected bool Answered(in Damage damage)
    {
        IsAnswered = true;
        damage.ThrowIfAny();
        _isRead = true;
        return true;
    }

    /// <summary>The same for an answer that arrives once: any later one is not the answer.</summary>
    /// <exception cref="ImapProtocolException">Something is unreadable.</exception>
    protected bool AnsweredOnce(in UntaggedResponse response, in Damage damage)
    {
        Answered(damage);
        _first ??= response.Raw.ToArray();
        return true;
    }
}
