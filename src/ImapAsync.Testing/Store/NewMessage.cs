namespace ImapAsync.Testing;

/// <summary>What APPEND, COPY or a delivery puts into a mailbox.</summary>
internal sealed record NewMessage(MessageContent Content, FlagSet Flags, DateTimeOffset InternalDate);
