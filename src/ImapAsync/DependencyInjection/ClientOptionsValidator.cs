using Microsoft.Extensions.Options;

namespace ImapAsync;

/// <summary>Reports which account's options are wrong, and how.</summary>
internal sealed class ClientOptionsValidator : IValidateOptions<ImapClientOptions>
{
    public ValidateOptionsResult Validate(string? name, ImapClientOptions options)
    {
        IReadOnlyList<string> problems = ClientOptionsCheck.FindProblems(options);
        string account = string.IsNullOrEmpty(name) ? "AddImapClient" : $"AddImapClient(\"{name}\")";
        return problems.Count == 0
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(problems.Select(problem => $"{account}: {problem}"));
    }
}
