namespace ImapAsync;

/// <summary>The message inside a message/rfc822 or message/global part.</summary>
internal sealed record EmbeddedMessage(Envelope Envelope, BodyPart Body);
