namespace ImapAsync;

/// <summary>A message, or a part of one, does not exist: it was expunged meanwhile, or never existed.</summary>
public sealed class ImapNotFoundException : ImapException
{
    /// <summary>Creates an exception with a message.</summary>
    public ImapNotFoundException(string message)
        : base(message) => Outcome = CommandOutcome.Rejected;
}
