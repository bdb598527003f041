namespace ImapAsync;

/// <summary>A message, or a part of one, is not there: it was expunged meanwhile, or never was.</summary>
public sealed class ImapNotFoundException : ImapException
{
    /// <summary>Makes one with a message.</summary>
    public ImapNotFoundException(string message)
        : base(message)
    {
    }
}
