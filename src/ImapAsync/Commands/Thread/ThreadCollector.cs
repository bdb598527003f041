using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>Takes the THREAD responses that answer one command.</summary>
internal sealed class ThreadCollector<TNumber> : ResponseCollector<ThreadResult<TNumber>>
    where TNumber : unmanaged
{
    private readonly ThreadData _data = new();

    protected internal override bool TryCollect(in UntaggedResponse response)
    {
        if (!response.Is("THREAD"u8))
            return false;

        ThreadResponseParser.Read(response.Arguments.Remaining, _data);
        return true;
    }

    protected internal override ThreadResult<TNumber> Complete(ResponseCode? code) => new(_data.Build());
}
