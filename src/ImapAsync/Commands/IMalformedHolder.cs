namespace ImapAsync;

/// <summary>
/// The value of a command that changes mail. Its named method must not throw if a success is partly unreadable, since
/// that would invite repeating the command: the value reports it instead.
/// </summary>
/// <typeparam name="TSelf">The value's type.</typeparam>
internal interface IMalformedHolder<TSelf>
{
    /// <summary>Returns the same value with the unreadable parts.</summary>
    TSelf With(IReadOnlyList<MalformedResponse> malformed);
}
