using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// Keeps every untagged response. What may be an update of the connection or its mailbox rather than an answer is also
/// passed on.
/// </summary>
internal sealed class RawCollector : ResponseCollector<UntypedResult>
{
    private readonly List<UntypedResponse> _responses = [];

    protected internal override bool TryCollect(in UntaggedResponse response)
    {
        // It is offered again if no other command takes it.
        if (response.IsForExactMatch)
            return false;
        _responses.Add(UntypedResponse.From(response));
        return !IsUpdate(response);
    }

    protected internal override UntypedResult Complete(ResponseCode? code) => new(_responses);

    private static bool IsUpdate(in UntaggedResponse response) =>
        response.Code is not null || response.Number is not null || StatusResponse.IsStatus(response.Raw)
        || response.Kind is ResponseKind.Flags or ResponseKind.Vanished or ResponseKind.Capability
            or ResponseKind.Enabled;
}
