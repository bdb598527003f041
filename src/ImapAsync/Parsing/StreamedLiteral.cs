namespace ImapAsync;

/// <summary>
/// A literal that need not be buffered: the value of a section of a FETCH response that can be as large as a message.
/// </summary>
/// <param name="ItemStart">
/// Where the item begins, in the octets that were looked at: the items before it are complete.
/// </param>
/// <param name="Section">The section.</param>
/// <param name="Origin">The origin octet of a part of a section; otherwise null.</param>
/// <param name="IsBinary">Whether the server undid the transfer encoding.</param>
internal readonly record struct StreamedLiteral(int ItemStart, BodySection Section, long? Origin, bool IsBinary)
{
    /// <summary>Headers are small and asked for to be kept; everything else of a message is streamed.</summary>
    public static bool IsStreamable(BodySection section) =>
        section.Kind is BodySectionText.Full or BodySectionText.Text;
}
