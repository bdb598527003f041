namespace ImapAsync.Tests;

/// <summary>
/// What is on the wire before the first answer, for every pair of commands (RFC 3501 §5.5, RFC 9051 §5.5).
/// </summary>
public sealed class SchedulerTableTests
{
    private const string Columns =
        "FETCH UIDFETCH STORE UIDSTORE SEARCH UIDSEARCH COPY EXPUNGE NOOP SELECT CLOSE STATUS LIST APPEND IDLE STARTTLS LOGIN";

    // +  Both are on the wire. "FETCH + STORE + SEARCH + CHECK" and "STORE + COPY + EXPUNGE" are valid (§5.5).
    // n  The second waits: it has message sequence numbers, and the first permits EXPUNGE, as all but FETCH, STORE and SEARCH by number do.
    //    "If the client sends a UID command, it MUST wait for a completion result response before sending a command that uses message sequence numbers."
    // s  The second waits: both are answered by an untagged response that does not say which of them it answers.
    //    (Two STATUS of different mailboxes are answered by name, and overlap: SchedulerTests.)
    // w  The second is SELECT and waits: EXISTS, FETCH and EXPUNGE do not say which mailbox they are about.
    // a  The second waits: it changes the session, or the octets after its answer are no longer IMAP in the clear (STARTTLS, LOGIN).
    // e  The first is such a command: whatever comes after it waits.
    // x  The second is never sent: CLOSE has ended the selection that it belongs to. (With numbers it waits first, and then is not sent.)
    // i  IDLE begins only when there is nothing else to do.
    // d  DONE and the second are sent together.
    // D  DONE is sent at once, and the second waits for the answer to IDLE, during which EXPUNGE may come, or which it must not overlap.
    [Theory] //            F  UF ST US SE US CO EX NO SL CL SA LI AP ID TL LO
    [InlineData("FETCH    ", "+  +  +  +  +  +  +  +  +  w  +  +  +  +  i  a  a")]
    [InlineData("UIDFETCH ", "n  +  n  +  n  +  n  +  +  w  +  +  +  +  i  a  a")]
    [InlineData("STORE    ", "+  +  +  +  +  +  +  +  +  w  +  +  +  +  i  a  a")]
    [InlineData("UIDSTORE ", "n  +  n  +  n  +  n  +  +  w  +  +  +  +  i  a  a")]
    [InlineData("SEARCH   ", "+  +  +  +  s  s  +  +  +  w  +  +  +  +  i  a  a")]
    [InlineData("UIDSEARCH", "n  +  n  +  n  s  n  +  +  w  +  +  +  +  i  a  a")]
    [InlineData("COPY     ", "n  +  n  +  n  +  n  +  +  w  +  +  +  +  i  a  a")]
    [InlineData("EXPUNGE  ", "n  +  n  +  n  +  n  +  +  w  +  +  +  +  i  a  a")]
    [InlineData("NOOP     ", "n  +  n  +  n  +  n  +  +  w  +  +  +  +  i  a  a")]
    [InlineData("SELECT   ", "n  +  n  +  n  +  n  +  +  w  +  +  +  +  i  a  a")]
    [InlineData("CLOSE    ", "n  x  n  x  n  x  n  x  +  w  x  +  +  +  x  a  a")]
    [InlineData("STATUS   ", "n  +  n  +  n  +  n  +  +  w  +  s  +  +  i  a  a")]
    [InlineData("LIST     ", "n  +  n  +  n  +  n  +  +  w  +  +  s  +  i  a  a")]
    [InlineData("APPEND   ", "n  +  n  +  n  +  n  +  +  w  +  +  +  +  i  a  a")]
    [InlineData("IDLE     ", "D  d  D  d  D  d  D  d  d  D  d  d  d  d  i  D  D")]
    [InlineData("STARTTLS ", "e  e  e  e  e  e  e  e  e  e  e  e  e  e  i  e  e")]
    [InlineData("LOGIN    ", "e  e  e  e  e  e  e  e  e  e  e  e  e  e  i  e  e")]
    public async Task Lists_what_is_sent_before_the_first_answer(string first, string decisions)
    {
        string[] seconds = Columns.Split(' ');
        string[] columns = decisions.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(seconds.Length, columns.Length);
        List<string> expected = [.. seconds.Zip(columns, (second, decision) => $"{second}: {Expected(first.TrimEnd(), second, decision)}")];
        List<string> actual = [];
        foreach ((string second, string decision) in seconds.Zip(columns))
            actual.Add($"{second}: {await SchedulerPair.RunAsync(first.TrimEnd(), second, Expected(first.TrimEnd(), second, decision))}");

        Assert.Equal(expected, actual);
    }

    private static string Expected(string first, string second, string decision) => decision switch
    {
        "+" => $"A2 {Wire(first)}A3 {Wire(second)}",
        "x" => $"A2 {Wire(first)}refused",
        "d" => $"A2 IDLE\r\nDONE\r\nA3 {Wire(second)}",
        "D" => "A2 IDLE\r\nDONE\r\n",
        _ => $"A2 {Wire(first)}",
    };

    private static string Wire(string command) => command switch
    {
        "FETCH" => "FETCH 1:2 (FLAGS)\r\n",
        "UIDFETCH" => "UID FETCH 7:9 (FLAGS)\r\n",
        "STORE" => "STORE 3 +FLAGS (\\Seen)\r\n",
        "UIDSTORE" => "UID STORE 8 -FLAGS (\\Seen)\r\n",
        "SEARCH" => "SEARCH UNSEEN\r\n",
        "UIDSEARCH" => "UID SEARCH UNSEEN\r\n",
        "COPY" => "COPY 2 Archive\r\n",
        "EXPUNGE" => "EXPUNGE\r\n",
        "NOOP" => "NOOP\r\n",
        "SELECT" => "SELECT Other\r\n",
        "CLOSE" => "CLOSE\r\n",
        "STATUS" => "STATUS Archive (MESSAGES)\r\n",
        "LIST" => "LIST \"\" *\r\n",
        "APPEND" => "APPEND Archive {5+}\r\nhello\r\n",
        "IDLE" => "IDLE\r\n",
        "STARTTLS" => "STARTTLS\r\n",
        "LOGIN" => "LOGIN alice \"secret\"\r\n",
        _ => throw new ArgumentOutOfRangeException(nameof(command), command, "There is no such command in the table."),
    };
}
