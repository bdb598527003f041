namespace ImapAsync.Testing;

/// <summary>A message that APPEND, COPY or a delivery adds to a mailbox.</summary>
internal sealed record NewMessage(MessageContent Content, FlagSet Flags, DateTimeOffset InternalDate);
