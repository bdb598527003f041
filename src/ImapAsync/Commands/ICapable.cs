namespace ImapAsync;

/// <summary>A sender that knows the capabilities of its server.</summary>
internal interface ICapable
{
    /// <summary>The capabilities; empty if none are known.</summary>
    ImapCapabilities Capabilities { get; }
}
