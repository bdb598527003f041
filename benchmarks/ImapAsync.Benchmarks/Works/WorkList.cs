namespace ImapAsync.Benchmarks;

/// <summary>All the works.</summary>
internal static class WorkList
{
    private const string Summary = "UID FETCH 1:* (UID FLAGS INTERNALDATE RFC822.SIZE ENVELOPE BODYSTRUCTURE)";

    public static readonly Work[] All =
    [
        Summaries("W1a", "UID, flags, date and size read"),
        Summaries("W1b", "decoded subject, first From, leaf count read too"),
        Summaries("W1c", "everything read"),
        new("W2", "UID FETCH 1:* (FLAGS), 20,000 messages", "flags-20000", "1:*", "1:2000", 20_000),
        new("W3", "2,000 bodies of about 50 KB to a null sink, one FETCH", "bodies-2000", "1:*", "1:100", 2_000),
        new("W3p", "the same, one FETCH a message, pipelined", "bodies-2000", "1:2000", "1:100", 2_000),
        new("W4", "one attachment of 512 MiB to a null sink", "huge", "1", "2", 1),
        Commands("W5s", "1,000 small commands, one after the other", 1_000),
        Commands("W5t", "1,000 small commands, sent together", 1_000),
        Commands("W5s-20ms", "100 small commands, one after the other, 20 ms round trip", 100),
        Commands("W5t-20ms", "1,000 small commands, sent together, 20 ms round trip", 1_000),
        new("W6s", "APPEND of 1,000 messages of 10 KB, one after the other", "summary-10", "1:1000", "1:100", 1_000),
        new("W6p", "APPEND of 1,000 messages of 10 KB, pipelined", "summary-10", "1:1000", "1:100", 1_000),
        new("W7", "LIST with STATUS, 2,000 mailboxes", "summary-10", "list-2000", "list-100", 2_000),
        new("W8", "500 connections in IDLE", "summary-10", "500", "60", 500),
        new("W9", "from connect to the first envelope: TLS, 20 ms round trip", "summary-10", "1", "1", 1),
        new("W10c", "UID SEARCH ALL, 1,000,000 hits, classic", "flags-1000000", "ALL", "ALL", 1_000_000),
        new("W10e", "UID SEARCH RETURN (ALL) ALL, 1,000,000 hits", "flags-1000000", "ALL", "ALL", 1_000_000),
        Summaries("W1b-tls", "as W1b, over TLS"),
        Summaries("W1b-deflate", "as W1b, over COMPRESS=DEFLATE"),
        new("W3-tls", "as W3, over TLS", "bodies-2000", "1:*", "1:100", 2_000),
        new("W4-tls", "as W4, over TLS", "huge", "1", "2", 1),
        new("W8-tls", "as W8, over TLS", "summary-10", "500", "60", 500),
        new("W3-deflate", "as W3, over COMPRESS=DEFLATE", "bodies-2000", "1:*", "1:100", 2_000),
        Growth("W1g", Summary, "summary", 1_000), Growth("W1g", Summary, "summary", 10_000), Growth("W1g", Summary, "summary", 100_000),
        Growth("W1n", Summary, "summary", 1_000), Growth("W1n", Summary, "summary", 10_000), Growth("W1n", Summary, "summary", 100_000),
        Growth("W2g", "UID FETCH 1:* (FLAGS)", "flags", 1_000_000), Growth("W2n", "UID FETCH 1:* (FLAGS)", "flags", 1_000_000),
    ];

    public static Work Get(string name) =>
        All.Concat(LiveServer.Works).FirstOrDefault(work => work.Name == name) ?? throw new ArgumentException($"There is no work {name}; there are {string.Join(' ', All.Select(work => work.Name))}.", nameof(name));

    private static Work Summaries(string name, string title) => new(name, $"{(name == "W1a" ? Summary + ", 20,000 messages: " : "")}{title}", "summary-20000", "1:*", "1:1000", 20_000);

    private static Work Commands(string name, string title, int count) => new(name, title, "summary-10", $"1:{count}", "1:200", count);

    private static Work Growth(string kind, string command, string recording, int count) =>
        new($"{kind}-{count}", $"{command}, {count} messages, {(kind[2] == 'n' ? "not kept" : "kept in a list")}", $"{recording}-{count}", "1:*", "1:1000", count);
}
