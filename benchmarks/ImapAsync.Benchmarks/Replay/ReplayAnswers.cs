namespace ImapAsync.Benchmarks;

/// <summary>What precedes the tagged response to each command.</summary>
internal sealed class ReplayAnswers(RecordingShelf shelf)
{
    public const string Capabilities = "IMAP4rev1 SASL-IR LITERAL+ ENABLE IDLE UIDPLUS ESEARCH NAMESPACE LIST-EXTENDED LIST-STATUS COMPRESS=DEFLATE ID";

    private string _mailbox = "";
    private uint _appended;

    public void Put(ReplayCommand command, ReplayOutput output)
    {
        switch (command.Name)
        {
            case "CAPABILITY":
                output.Put($"* CAPABILITY {Capabilities}\r\n");
                break;
            case "SELECT" or "EXAMINE":
                PutSelected(command.Argument(0), output);
                break;
            case "STATUS":
                output.Put($"* STATUS {command.Arguments.Split(' ')[0]} (MESSAGES 17 UIDNEXT 31 UIDVALIDITY 7 UNSEEN 3)\r\n");
                break;
            case "LIST" or "LSUB":
                PutList(command, output);
                break;
            case "NAMESPACE":
                output.Put("* NAMESPACE ((\"\" \"/\")) NIL NIL\r\n");
                break;
            case "ID":
                output.Put("* ID NIL\r\n");
                break;
            case "UID FETCH" or "FETCH":
                PutFetched(command, output);
                break;
            case "UID SEARCH":
                SearchAnswers.Put(command, RecordingShelf.CountOf(_mailbox), output);
                break;
            case "LOGOUT":
                output.Put("* BYE see you\r\n");
                break;
        }
    }

    /// <summary>The response code, and a space.</summary>
    public string CodeOf(ReplayCommand command) => command.Name switch
    {
        "LOGIN" or "AUTHENTICATE" => $"[CAPABILITY {Capabilities}] ",
        "SELECT" => "[READ-WRITE] ",
        "EXAMINE" => "[READ-ONLY] ",
        "APPEND" => $"[APPENDUID 7 {++_appended}] ",
        _ => "",
    };

    private void PutSelected(string mailbox, ReplayOutput output)
    {
        _mailbox = mailbox;
        int count = RecordingShelf.CountOf(mailbox);
        output.Put("* FLAGS (\\Answered \\Flagged \\Deleted \\Seen \\Draft)\r\n* OK [PERMANENTFLAGS (\\Answered \\Flagged \\Deleted \\Seen \\Draft \\*)] flags\r\n");
        output.Put($"* {count} EXISTS\r\n* 0 RECENT\r\n* OK [UIDVALIDITY 7] valid\r\n* OK [UIDNEXT {count + 1}] next\r\n");
    }

    private void PutFetched(ReplayCommand command, ReplayOutput output)
    {
        string[] words = command.Arguments.Split(' ', 2);
        Recording recording = shelf.Get(_mailbox, words[1]);
        foreach (string range in words[0].Split(','))
        {
            string[] ends = range.Split(':');
            long first = long.Parse(ends[0]);
            long last = ends[^1] == "*" ? recording.Count : long.Parse(ends[^1]);
            foreach (ReadOnlyMemory<byte> answer in recording.Answers(first, last))
                output.Put(answer);
        }
    }

    private static void PutList(ReplayCommand command, ReplayOutput output)
    {
        string pattern = command.Argument(1);
        if (pattern.AsSpan().IndexOfAny('*', '%') < 0)
        {
            // Some clients look for a mailbox before they select it.
            output.Put($"* LIST () \"/\" \"{pattern}\"\r\n");
            return;
        }

        bool withStatus = command.Arguments.Contains("STATUS", StringComparison.OrdinalIgnoreCase);
        int count = RecordingShelf.CountOf(pattern.Trim('(', ')', '*', '%', '/'));
        output.Put(ListAnswers.Of(count, withStatus));
    }
}
