namespace ImapAsync;

/// <summary>A sender that knows what its server has announced.</summary>
internal interface ICapable
{
    /// <summary>The capabilities; empty while none are known.</summary>
    ImapCapabilities Capabilities { get; }
}
