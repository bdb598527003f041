using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace ImapAsync;

/// <summary>
/// Reads a configuration section into an account's options, by hand: without reflection, trimming and native
/// compilation keep it intact. Values that cannot be read are reported together with everything else that is wrong with
/// the options.
/// </summary>
internal static class ClientConfiguration
{
    private static readonly (string Key, Action<ImapClientOptions, string> Set)[] Settings =
    [
        (nameof(ImapClientOptions.Host), static (options, text) => options.Host = text),
        (nameof(ImapClientOptions.Port), static (options, text) => options.Port = Number(text)),
        (nameof(ImapClientOptions.Security), static (options, text) => options.Security = Security(text)),
        (nameof(ImapClientOptions.AllowPlaintext), static (options, text) => options.AllowPlaintext = Boolean(text)),
        (nameof(ImapClientOptions.UserName), static (options, text) => options.UserName = text),
        (nameof(ImapClientOptions.Password), static (options, text) => options.Password = text),
        (nameof(ImapClientOptions.AuthorizationId), static (options, text) => options.AuthorizationId = text),
        ("Connection:SilenceTimeout", static (options, text) =>
            options.Connection = options.Connection with { SilenceTimeout = Time(text) }),
        ("Connection:IdleRestart", static (options, text) =>
            options.Connection = options.Connection with { IdleRestart = Time(text) }),
        ("Connection:PollInterval", static (options, text) =>
            options.Connection = options.Connection with { PollInterval = Time(text) }),
        ("Connection:Tls:TargetHost", static (options, text) =>
            options.Connection = options.Connection with { Tls = options.Connection.Tls with { TargetHost = text } }),
        ("Connection:Tls:HandshakeTimeout", static (options, text) =>
            options.Connection = options.Connection
                with { Tls = options.Connection.Tls with { HandshakeTimeout = Time(text) } }),
        ("Connection:Transport:ConnectTimeout", static (options, text) =>
            options.Connection = options.Connection
                with { Transport = options.Connection.Transport with { ConnectTimeout = Time(text) } }),
    ];

    public static void Read(IConfiguration section, ImapClientOptions options)
    {
        string path = section is IConfigurationSection { Path: var own } ? own : "";
        if (path.Length > 0 && !section.GetChildren().Any())
            options.Unreadable.Add($"The configuration has no section \"{path}\".");
        foreach ((string key, Action<ImapClientOptions, string> set) in Settings)
        {
            if (section[key] is { } text)
                Set(options, path.Length == 0 ? key : $"{path}:{key}", text, set);
        }
    }

    private static void Set(ImapClientOptions options, string key, string text, Action<ImapClientOptions, string> set)
    {
        try
        {
            set(options, text);
        }
        catch (FormatException problem)
        {
            options.Unreadable.Add($"{key} is \"{text}\": {problem.Message}");
        }
        catch (ArgumentException problem)
        {
            options.Unreadable.Add($"{key} is \"{text}\": {problem.Message.Split(" (Parameter ")[0]}");
        }
    }

    private static int Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            ? number
            : throw new FormatException("that is not a number.");

    private static bool Boolean(string text) =>
        bool.TryParse(text, out bool value) ? value : throw new FormatException("it must be true or false.");

    // Enum.TryParse would accept numbers as names.
    private static ImapSecurity Security(string text) =>
        text.All(char.IsAsciiLetter) && Enum.TryParse(text, ignoreCase: true, out ImapSecurity security)
            ? security
            : throw new FormatException(
                $"it is {nameof(ImapSecurity.Tls)}, {nameof(ImapSecurity.StartTls)} or {nameof(ImapSecurity.None)}.");

    // "30" would be thirty days.
    private static TimeSpan Time(string text) =>
        text.Contains(':') && TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out TimeSpan time)
            ? time
            : throw new FormatException("a time is written as hours:minutes:seconds, for example 00:00:30.");
}
