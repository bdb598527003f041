namespace ImapAsync.ServerTests;

/// <summary>A user who can log in.</summary>
public sealed record TestAccount(string Name, string Password)
{
    /// <summary>The test servers' convention: the password of X is X-pass.</summary>
    public static TestAccount Of(string name) => new(name, name + "-pass");
}
