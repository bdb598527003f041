namespace ImapAsync;

/// <summary>
/// A response that no command took when it arrived, and that the commands then in progress may take once they are
/// answered.
/// </summary>
internal sealed class HeldResponse(byte[] raw)
{
    public byte[] Raw { get; } = raw;

    /// <summary>How it is offered once more.</summary>
    public ResponseOffer Offer { get; set; } = ResponseOffer.HeldBack;

    /// <summary>The unreadable lines after it that continue it.</summary>
    public List<MalformedResponse> Rest { get; } = [];
}
