namespace ImapAsync;

/// <summary>
/// A response, or an item of one, that the server sent and that could not be read, or not as it stands: then what was
/// made of it is there as well. Nothing else was lost with it.
/// </summary>
/// <param name="Name">
/// What it is: the response's or the item's name, such as <c>FETCH</c> or <c>ENVELOPE</c>, or the code's, such as
/// <c>COPYUID</c>; empty where even that cannot be told.
/// </param>
/// <param name="Raw">
/// Its octets as they were sent, without the final line end. Of a response that is read while it arrives, such as a
/// long SEARCH, the part.
/// </param>
/// <param name="Reason">What was expected and what was found.</param>
public sealed record MalformedResponse(string Name, ReadOnlyMemory<byte> Raw, string Reason)
{
    /// <summary>
    /// Whether nothing is missing in the value for it: then the named methods give the value, which tells of it.
    /// </summary>
    internal bool IsInValue { get; init; }
}
