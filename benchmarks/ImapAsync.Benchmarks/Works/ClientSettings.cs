namespace ImapAsync.Benchmarks;

/// <summary>Where the server is, and what is to be done there.</summary>
/// <param name="WarmUpMs">For at least how many milliseconds the work is warmed up.</param>
/// <param name="Rounds">How often it is measured after that, in the same process.</param>
internal sealed record ClientSettings(Work Work, string Host, int Port, string Certificate, string User, string Password, string Mailbox, string Set, string WarmUp, int WarmUpMs, int Rounds)
{
    /// <summary>How this library connects, if not by default.</summary>
    public TransportOptions Transport { get; init; } = TransportOptions.Default;

    /// <summary>Reads the arguments with which <see cref="ToArguments"/> starts a peer.</summary>
    public static ClientSettings Parse(ReadOnlySpan<string> arguments) =>
        new(WorkList.Get(arguments[0]), arguments[1], int.Parse(arguments[2]), arguments[3], arguments[4], arguments[5], arguments[6], arguments[7], arguments[8], int.Parse(arguments[9]), int.Parse(arguments[10]));

    public string[] ToArguments() =>
        [Work.Name, Host, $"{Port}", Certificate, User, Password, Mailbox, Set, WarmUp, $"{WarmUpMs}", $"{Rounds}"];
}
