using Spectre.Console;

namespace Quickstart;

/// <summary>The password or token of an account: from the environment, or from a prompt that does not show it.</summary>
internal static class Credentials
{
    public static async Task<string> ReadAsync(
        Settings settings, IAnsiConsole console, CancellationToken cancellationToken)
    {
        string variable = settings.TokenVariable ?? settings.PasswordVariable;
        if (Environment.GetEnvironmentVariable(variable) is { Length: > 0 } secret)
            return secret;
        if (settings.TokenVariable is not null)
        {
            throw new QuickstartException(
                $"The environment variable {variable} is not set: put the access token there.");
        }

        // Nobody could answer if the program has no terminal.
        if (Console.IsInputRedirected || !console.Profile.Capabilities.Interactive)
        {
            throw new QuickstartException(
                $"The environment variable {variable} is not set, and there is no terminal to ask for the "
                + "password at.");
        }

        TextPrompt<string> prompt =
            new TextPrompt<string>($"Password of {Markup.Escape(settings.User!)} at {Markup.Escape(settings.Host!)}:")
                .Secret(mask: null);
        return await prompt.ShowAsync(console, cancellationToken);
    }
}
