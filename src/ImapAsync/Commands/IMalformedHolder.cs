namespace ImapAsync;

/// <summary>
/// The value of a command that changes mail. Its named method must not throw for what could not be read of a success,
/// since that would invite to repeat the command: the value tells it instead.
/// </summary>
/// <typeparam name="TSelf">The value's type.</typeparam>
internal interface IMalformedHolder<TSelf>
{
    /// <summary>The same value with what could not be read.</summary>
    TSelf With(IReadOnlyList<MalformedResponse> malformed);
}
