namespace ImapAsync.Testing;

/// <summary>
/// What goes wrong at a command. Made by <see cref="ServerFaults.On"/>; the methods can be chained:
/// <c>On("FETCH").After(1).Once().Delay(…).AnswerNo("Busy", "INUSE")</c>.
/// </summary>
public sealed class CommandFault
{
    private readonly string _command;
    private int _passing;
    private int _left = int.MaxValue;

    internal CommandFault(string command) => _command = command;

    internal TimeSpan Delay { get; private set; }

    internal Reply? Reply { get; private set; }

    internal ReadOnlyMemory<byte> Octets { get; private set; }

    internal bool Drops { get; private set; }

    internal bool LosesAnswer { get; private set; }

    /// <summary>Lets some commands pass before the first that fails.</summary>
    public CommandFault After(int commands)
    {
        _passing = commands;
        return this;
    }

    /// <summary>Only once, and then no more.</summary>
    public CommandFault Once() => Times(1);

    /// <summary>So many times, and then no more. Default: always.</summary>
    public CommandFault Times(int times)
    {
        _left = times;
        return this;
    }

    /// <summary>Waits before it is done, by the server's clock.</summary>
    public CommandFault DelayBy(TimeSpan time)
    {
        Delay = time;
        return this;
    }

    /// <summary>Answers NO, and does nothing.</summary>
    /// <param name="text">The text for people.</param>
    /// <param name="code">The response code without its brackets, such as <c>INUSE</c>.</param>
    public CommandFault AnswerNo(string text = "Not now", string? code = null)
    {
        Reply = Testing.Reply.No(code, text);
        return this;
    }

    /// <summary>Answers BAD, and does nothing.</summary>
    /// <inheritdoc cref="AnswerNo"/>
    public CommandFault AnswerBad(string text = "What is that?", string? code = null)
    {
        Reply = Testing.Reply.Bad(code, text);
        return this;
    }

    /// <summary>
    /// Sends octets as they are, before whatever else is sent: responses that no server should send, or half of one.
    /// </summary>
    public CommandFault Send(ReadOnlyMemory<byte> octets)
    {
        Octets = octets;
        return this;
    }

    /// <summary>Sends text as it is, in UTF-8, before whatever else is sent. Line ends are the caller's.</summary>
    public CommandFault Send(string text) => Send(System.Text.Encoding.UTF8.GetBytes(text));

    /// <summary>Closes the connection instead of doing it.</summary>
    public CommandFault Drop()
    {
        Drops = true;
        return this;
    }

    /// <summary>
    /// Does it, and closes the connection instead of answering: the client cannot know that it was done.
    /// </summary>
    public CommandFault LoseAnswer()
    {
        LosesAnswer = true;
        return this;
    }

    internal bool Takes(string name)
    {
        bool isMeant = _command == "*" || name.Equals(_command, StringComparison.OrdinalIgnoreCase)
            || name.Equals("UID " + _command, StringComparison.OrdinalIgnoreCase);
        if (!isMeant || _left <= 0)
            return false;
        if (_passing > 0)
        {
            _passing--;
            return false;
        }

        _left--;
        return true;
    }
}
