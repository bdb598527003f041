namespace ImapAsync;

/// <summary>The message that a message/rfc822 or message/global part is.</summary>
internal sealed record EmbeddedMessage(Envelope Envelope, BodyPart Body);
