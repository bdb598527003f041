namespace ImapAsync.Testing;

/// <summary>
/// A fault at a command. Created by <see cref="ServerFaults.On"/>; the methods can be chained:
/// <c>On("FETCH").After(1).Once().DelayBy(…).AnswerNo("Busy", "INUSE")</c>.
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

    /// <summary>Applies the fault only once.</summary>
    public CommandFault Once() => Times(1);

    /// <summary>Applies the fault this many times. Default: always.</summary>
    public CommandFault Times(int times)
    {
        _left = times;
        return this;
    }

    /// <summary>Delays the command, by the server's clock.</summary>
    public CommandFault DelayBy(TimeSpan time)
    {
        Delay = time;
        return this;
    }

    /// <summary>Answers NO without carrying out the command.</summary>
    /// <param name="text">The text for people.</param>
    /// <param name="code">The response code without its brackets, such as <c>INUSE</c>.</param>
    public CommandFault AnswerNo(string text = "Not now", string? code = null)
    {
        Reply = Testing.Reply.No(code, text);
        return this;
    }

    /// <summary>Answers BAD without carrying out the command.</summary>
    /// <inheritdoc cref="AnswerNo"/>
    public CommandFault AnswerBad(string text = "What is that?", string? code = null)
    {
        Reply = Testing.Reply.Bad(code, text);
        return this;
    }

    /// <summary>
    /// Sends octets verbatim, before anything else is sent: responses that no server should send, or half of one.
    /// </summary>
    public CommandFault Send(ReadOnlyMemory<byte> octets)
    {
        Octets = octets;
        return this;
    }

    /// <summary>
    /// Sends text verbatim, in UTF-8, before anything else is sent. The caller supplies the line ends.
    /// </summary>
    public CommandFault Send(string text) => Send(System.Text.Encoding.UTF8.GetBytes(text));

    /// <summary>Closes the connection instead of carrying out the command.</summary>
    public CommandFault Drop()
    {
        Drops = true;
        return this;
    }

    /// <summary>
    /// Carries out the command and closes the connection instead of answering: the client cannot know that it was
    /// carried out.
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
