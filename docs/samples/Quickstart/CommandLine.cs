using System.CommandLine;

namespace Quickstart;

/// <summary>
/// The options of the program. Secrets are not among them: other users of a machine can read command lines.
/// </summary>
internal static class CommandLine
{
    private static readonly Option<string?> Host =
        new("--host") { Description = "The IMAP server of your account. Without it, an embedded server is used." };
    private static readonly Option<int?> Port =
        new("--port") { Description = "The port: 993 unless given, with --starttls 143." };
    private static readonly Option<bool> StartTls =
        new("--starttls") { Description = "Begin TLS with STARTTLS instead of at once." };
    private static readonly Option<FileInfo> Authority =
        new("--ca") { Description = "A PEM file with the authority that signed the server's certificate." };
    private static readonly Option<string?> User = new("--user") { Description = "Who logs in." };
    private static readonly Option<string> Password = new("--password-env")
    {
        Description = "The environment variable with the password. Where it is not set, you are asked.",
        DefaultValueFactory = _ => "IMAP_PASSWORD"
    };
    private static readonly Option<string?> Token = new("--token-env")
    {
        Description = "The environment variable with an OAuth access token, to use instead of a password."
    };
    private static readonly Option<string> Mailbox =
        new("--mailbox") { Description = "The mailbox to look into.", DefaultValueFactory = _ => "INBOX" };
    private static readonly Option<string> Search = new("--search")
    {
        Description = "A text to search for in subjects and authors.",
        DefaultValueFactory = _ => "invoice"
    };
    private static readonly Option<int> Newest = new("--newest")
    {
        Description = "How many messages to look at, the newest ones.",
        DefaultValueFactory = _ => 500
    };
    private static readonly Option<DirectoryInfo?> Folder =
        new("--folder") { Description = "Where to save messages; a new temporary folder unless given." };
    private static readonly Option<int> Watch = new("--watch")
    {
        Description = "For how many seconds to wait for a new message; 0 not at all.",
        DefaultValueFactory = _ => 20
    };
    private static readonly Option<bool> Write = new("--write")
    {
        Description = "Allow changes: a message is delivered to the mailbox to be seen arriving, and removed again."
    };
    private static readonly Option<int> Fill = new("--fill")
    {
        Description = "With --write: create the mailbox where it is missing, and append that many generated messages. "
            + "They stay."
    };

    public static Task<int> RunAsync(string[] args, Func<Settings, CancellationToken, Task<int>> run)
    {
        RootCommand command = new("What ImapAsync does, on an embedded server or on your own account.")
        {
            Host, Port, StartTls, Authority, User, Password, Token, Mailbox, Search, Newest, Folder, Watch, Write, Fill,
        };
        Authority.AcceptExistingOnly();
        Port.Validators.Add(result =>
        {
            if (result.GetValue(Port) is < 1 or > 65535)
                result.AddError("--port must be from 1 to 65535.");
        });
        Watch.Validators.Add(result => RequireAtLeast(result, Watch, 0));
        Newest.Validators.Add(result => RequireAtLeast(result, Newest, 1));
        Fill.Validators.Add(result => RequireAtLeast(result, Fill, 0));
        command.Validators.Add(result =>
        {
            if (result.GetValue(Host) is not null && result.GetValue(User) is null)
                result.AddError("--host needs --user: who logs in?");
            if (result.GetValue(Host) is null && result.GetValue(User) is not null)
                result.AddError("--user needs --host: where is the account?");
            if (result.GetValue(Fill) > 0 && !result.GetValue(Write))
                result.AddError("--fill needs --write: it appends messages.");
        });
        command.SetAction((parsed, cancellationToken) => run(Read(parsed), cancellationToken));
        return command.Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
    }

    private static Settings Read(ParseResult parsed) => new()
    {
        Host = parsed.GetValue(Host),
        Port = parsed.GetValue(Port),
        StartTls = parsed.GetValue(StartTls),
        Authority = parsed.GetValue(Authority),
        User = parsed.GetValue(User),
        PasswordVariable = parsed.GetRequiredValue(Password),
        TokenVariable = parsed.GetValue(Token),
        Mailbox = parsed.GetRequiredValue(Mailbox),
        Search = parsed.GetRequiredValue(Search),
        Newest = parsed.GetRequiredValue(Newest),
        Folder = parsed.GetValue(Folder),
        WatchSeconds = parsed.GetRequiredValue(Watch),
        MayWrite = parsed.GetValue(Write),
        Fill = parsed.GetValue(Fill),
    };

    private static void RequireAtLeast(System.CommandLine.Parsing.OptionResult result, Option<int> option, int least)
    {
        if (result.GetValue(option) < least)
            result.AddError($"{option.Name} must be at least {least}.");
    }
}
