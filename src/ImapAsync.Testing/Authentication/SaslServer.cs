namespace ImapAsync.Testing;

/// <summary>The server's side of one exchange.</summary>
internal abstract class SaslServer
{
    /// <summary>Whether the server begins with a challenge that is not empty.</summary>
    public virtual bool SpeaksFirst => false;

    /// <summary>
    /// Processes the client's answer; the first one is empty if the server begins. Runs under the store's lock.
    /// </summary>
    public abstract SaslStep Next(MailStore store, byte[] response);
}
