namespace ImapAsync;

/// <summary>
/// A literal that need not be buffered: the value of a section in a FETCH response, which can be as large as a message.
/// </summary>
/// <param name="ItemStart">The start of the item in the octets examined: the items before it are complete.</param>
/// <param name="Section">The section.</param>
/// <param name="Origin">The origin octet of a partial section; otherwise null.</param>
/// <param name="IsBinary">Whether the server decoded the transfer encoding.</param>
internal readonly record struct StreamedLiteral(int ItemStart, BodySection Section, long? Origin, bool IsBinary)
{
    /// <summary>
    /// Headers are small and are requested in order to be kept; everything else of a message is streamed.
    /// </summary>
    public static bool IsStreamable(BodySection section) =>
        section.Kind is BodySectionText.Full or BodySectionText.Text;
}
