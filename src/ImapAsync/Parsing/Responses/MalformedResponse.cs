namespace ImapAsync;

/// <summary>
/// A response from the server, or an item of one, that was unreadable or malformed. If it was only malformed, its
/// interpreted value is available as well. Nothing else was lost with it.
/// </summary>
/// <param name="Name">
/// The name of the response or item, such as <c>FETCH</c> or <c>ENVELOPE</c>, or of the code, such as <c>COPYUID</c>;
/// empty if even that cannot be determined.
/// </param>
/// <param name="Raw">
/// Its octets as sent, without the final line end. For a response that is read while it arrives, such as a long SEARCH,
/// only the part in question.
/// </param>
/// <param name="Reason">What was expected and what was found.</param>
public sealed record MalformedResponse(string Name, ReadOnlyMemory<byte> Raw, string Reason)
{
    /// <summary>
    /// Whether the value is complete despite it: then the named methods return the value, which reports the fault.
    /// </summary>
    internal bool IsInValue { get; init; }
}
