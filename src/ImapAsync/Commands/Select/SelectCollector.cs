using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// Collects what SELECT and EXAMINE report. What concerns the mailbox's state is passed on, to the code that keeps it
/// up to date.
/// </summary>
internal sealed class SelectCollector(MailboxName mailbox, bool isReadOnly, bool resynchronizes)
    : ResponseCollector<SelectResult>
{
    private SelectResultBuilder _result = new(isReadOnly);

    protected internal override bool TryCollect(in UntaggedResponse response)
    {
        if (response.Code is { } code)
        {
            // Earlier responses concern the mailbox that was selected until now (RFC 9051 §7.1).
            if (code.Is(ResponseCodes.Closed))
                _result = new SelectResultBuilder(isReadOnly);
            _result.Take(code);
            RequireReadable(code);
            return false;
        }

        if (response.Kind == ResponseKind.Vanished)
            return _result.TryAddVanished(response);
        if (response.Number is { } number)
        {
            if (response.Kind == ResponseKind.Fetch)
                return resynchronizes && _result.AddChanged(response);
            if (response.Kind == ResponseKind.Exists)
                _result.Exists = number;
            else if (response.Kind == ResponseKind.Recent)
                _result.Recent = number;
            return false;
        }

        if (response.Kind == ResponseKind.Flags)
            _result.TakeFlags(response);
        if (response.Kind == ResponseKind.List)
            return TryTakeInfo(response);
        if (IsOfCount(response.Name) || IsOfCount(response.Arguments.Remaining.Trim((byte)' ')))
            ThrowWithoutNumber(response);
        return false;
    }

    internal override bool MissesAlways => true;

    // Without it, the mailbox would be taken for an empty one.
    internal override MalformedResponse? FindMissing(ResponseCode? code) =>
        _result.IsExistsTold
            ? null
            : new MalformedResponse(
                "EXISTS", null,
                "The server answered OK without the number of messages: expected EXISTS, none came.");

    internal override bool HasPart(ResponseCode? code) => _result.HasChanges;

    internal override string? ExpectedIn(ResponseCode code) => SelectResultBuilder.ExpectedIn(code);

    protected internal override SelectResult Complete(ResponseCode? code)
    {
        if (code is not null)
            _result.Take(code);
        return _result.Build(mailbox);
    }

    private static bool IsOfCount(ReadOnlySpan<byte> word) =>
        Ascii.EqualsIgnoreCase(word, "EXISTS"u8) || Ascii.EqualsIgnoreCase(word, "RECENT"u8);

    // An unreadable number is not a missing one.
    private void ThrowWithoutNumber(in UntaggedResponse response)
    {
        _result.IsExistsTold |= response.Kind == ResponseKind.Exists
            || Ascii.EqualsIgnoreCase(response.Arguments.Remaining.Trim((byte)' '), "EXISTS"u8);
        throw response.Arguments.Malformed("a whole number before EXISTS or RECENT");
    }

    private bool TryTakeInfo(in UntaggedResponse response)
    {
        ImapTokenReader reader = response.Arguments;
        MailboxInfo info = ListResponseParser.Parse(ref reader, new MailboxAttributeCache(), out _, out _);
        MailboxMatcher asked = new(mailbox);
        if (_result.Info is not null || !(asked.Matches(info.Name) || (info.OldName is { } old && asked.Matches(old))))
            return false;
        _result.Info = info;
        return true;
    }
}
