namespace ImapAsync;

/// <summary>
/// A response that nobody took when it came, and that those commands which were in progress may take when it has been
/// answered.
/// </summary>
internal sealed class HeldResponse(byte[] raw)
{
    public byte[] Raw { get; } = raw;

    /// <summary>As what it is offered once more.</summary>
    public ResponseOffer Offer { get; set; } = ResponseOffer.HeldBack;

    /// <summary>The lines behind it that go on with it, and cannot be read.</summary>
    public List<MalformedResponse> Rest { get; } = [];
}
