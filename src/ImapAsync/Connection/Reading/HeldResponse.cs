namespace ImapAsync;

/// <summary>
/// A response that no command took when it came, and that those in progress then may take once they are answered.
/// </summary>
internal sealed class HeldResponse(byte[] raw)
{
    public byte[] Raw { get; } = raw;

    /// <summary>As what it is offered once more.</summary>
    public ResponseOffer Offer { get; set; } = ResponseOffer.HeldBack;

    /// <summary>The lines after it that continue it, and cannot be read.</summary>
    public List<MalformedResponse> Rest { get; } = [];
}
