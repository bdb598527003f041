namespace ImapAsync;

/// <summary>
/// A selected mailbox. The commands on messages are extension methods of this interface: they are sent only while the
/// mailbox is still the selected one.
/// </summary>
public interface IImapMailbox : IImapSession;
