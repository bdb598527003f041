namespace ImapAsync.Testing;

/// <summary>The server's side of one exchange.</summary>
internal abstract class SaslServer
{
    /// <summary>Whether the server begins, with a challenge that is not empty.</summary>
    public virtual bool SpeaksFirst => false;

    /// <summary>
    /// Takes what the client answered; first with nothing where the server begins. Under the store's lock.
    /// </summary>
    public abstract SaslStep Next(MailStore store, byte[] response);
}
