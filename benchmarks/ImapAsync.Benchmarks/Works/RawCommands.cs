using System.Text;

namespace ImapAsync.Benchmarks;

/// <summary>The octets that the raw drain sends, created before anything is measured.</summary>
internal static class RawCommands
{
    private static readonly Dictionary<(string, string), (byte[], string)[]> Made = [];

    public static byte[] Login(ClientSettings settings) => Encoding.UTF8.GetBytes($"l LOGIN {settings.User} {settings.Password}\r\n");

    public static byte[] Select(ClientSettings settings) => Encoding.UTF8.GetBytes($"s SELECT {settings.Mailbox}\r\n");

    /// <summary>What is sent for a work, and the tag that ends the reading.</summary>
    public static (byte[] Sent, string Tag)[] For(Work work, string set)
    {
        if (!Made.TryGetValue((work.Name, set), out (byte[], string)[]? commands))
            Made.Add((work.Name, set), commands = Make(work.Kind, set));
        return commands;
    }

    private static (byte[] Sent, string Tag)[] Make(string kind, string set) => kind switch
    {
        "W1a" or "W1b" or "W1c" or "W1g" or "W1n" => One($"UID FETCH {set} (UID FLAGS INTERNALDATE RFC822.SIZE ENVELOPE BODYSTRUCTURE)"),
        "W2" or "W2g" or "W2n" => One($"UID FETCH {set} (FLAGS)"),
        "W3" or "W4" => One($"UID FETCH {set} (UID BODY.PEEK[])"),
        "W3p" => Together(Each(set, uid => $"UID FETCH {uid} (UID BODY.PEEK[])")),
        "W5s" => Each(set, SmallCommand),
        "W5t" => Together(Each(set, SmallCommand)),
        "W6s" => Each(set, static _ => Append),
        "W6p" => Together(Each(set, static _ => Append)),
        "W7" => One($"LIST \"\" {set}/* RETURN (STATUS (MESSAGES UIDNEXT UIDVALIDITY UNSEEN))"),
        "W10c" => One("UID SEARCH ALL"),
        "W10e" => One("UID SEARCH RETURN (ALL) ALL"),
        _ => throw new ArgumentException($"{kind} is no work for the raw drain.", nameof(kind)),
    };

    private static string Append { get; } = $"APPEND INBOX {{{AppendedMessage.Make().Length}+}}\r\n{Encoding.ASCII.GetString(AppendedMessage.Make())}";

    private static string SmallCommand(uint uid) => (uid % 3) switch
    {
        0 => $"UID STORE {uid} +FLAGS.SILENT (\\Seen)",
        1 => "NOOP",
        _ => $"STATUS Box{uid} (MESSAGES UIDNEXT UIDVALIDITY UNSEEN)",
    };

    private static (byte[], string)[] One(string command) => [(Encoding.ASCII.GetBytes($"a {command}\r\n"), "a")];

    private static (byte[] Sent, string Tag)[] Each(string set, Func<uint, string> command) =>
        [.. UidSet.Parse(set).Select(uid => (Encoding.ASCII.GetBytes($"t{uid.Value} {command(uid.Value)}\r\n"), $"t{uid.Value}"))];

    private static (byte[], string)[] Together((byte[] Sent, string Tag)[] commands) =>
        [([.. commands.SelectMany(static command => command.Sent)], commands[^1].Tag)];
}
