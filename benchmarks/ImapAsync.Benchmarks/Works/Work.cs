namespace ImapAsync.Benchmarks;

/// <summary>A piece of work that every peer does on the same octets.</summary>
/// <param name="Name">What it is called in the table, such as <c>W1a</c>.</param>
/// <param name="Title">What is done.</param>
/// <param name="Mailbox">The recording it is done on.</param>
/// <param name="Set">The messages.</param>
/// <param name="WarmUp">The messages, or how many commands, with which the peer is warmed up.</param>
/// <param name="Count">How many messages, commands or mailboxes there are.</param>
internal sealed record Work(string Name, string Title, string Mailbox, string Set, string WarmUp, int Count)
{
    /// <summary>What is done, over any connection: <c>W1a</c> for <c>W1a-tls</c>.</summary>
    public string Kind => Name.Split('-')[0];

    /// <summary>Whether it is one of a series of sizes.</summary>
    public bool IsGrowth => Kind is "W1g" or "W1n" or "W2g" or "W2n";

    public bool IsTls => Name.EndsWith("-tls", StringComparison.Ordinal) || Kind is "W9" or "W13";

    public bool IsCompressed => Name.EndsWith("-deflate", StringComparison.Ordinal);

    /// <summary>Whether every answer is delayed by one round trip.</summary>
    public bool IsDelayed => Name.EndsWith("-20ms", StringComparison.Ordinal) || Kind == "W9";

    /// <summary>
    /// For at most how many milliseconds it is warmed up. W4 is one long run, for most of which everything is compiled; and the resident size of a small program that has
    /// compiled its best code is mostly the compiler's.
    /// </summary>
    public int LongestWarmUpMs => Kind == "W4" ? 100 : int.MaxValue;

    /// <summary>Which messages a command is for, in a sentence.</summary>
    public string Unit => Kind switch
    {
        "W5s" or "W5t" or "W6s" or "W6p" => "command",
        "W7" => "mailbox",
        "W8" => "connection",
        "W9" => "session",
        "W10c" or "W10e" => "hit",
        _ => "message",
    };
}
