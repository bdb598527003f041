// The SDK at work: mailboxes, a search, a sorted and a threaded listing, a streaming download and a live watch.
//
//   dotnet run --project docs/samples/Quickstart
//       an embedded server, filled with generated mail
//   dotnet run --project docs/samples/Quickstart -- --host imap.example.org --user alice
//       your own account, read-only
using System.Text;
using Quickstart;
using Spectre.Console;

Console.OutputEncoding = Encoding.UTF8;
IAnsiConsole console = Terminal.Create();
return await CommandLine.RunAsync(args, async (settings, cancellationToken) =>
{
    try
    {
        await using IAccount account = settings.Host is null
            ? await EmbeddedAccount.StartAsync(cancellationToken)
            : await RealAccount.CreateAsync(settings, console, cancellationToken);
        await new Tour(account, settings, console).RunAsync(cancellationToken);
        return 0;
    }
    catch (Exception exception) when (Problem.Explain(exception, cancellationToken) is { } problem)
    {
        await Console.Error.WriteLineAsync(problem.Message);
        return problem.ExitCode;
    }
});
