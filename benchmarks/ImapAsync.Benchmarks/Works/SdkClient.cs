using System.Security.Cryptography.X509Certificates;

namespace ImapAsync.Benchmarks;

/// <summary>The works done with this library.</summary>
internal static class SdkClient
{
    public static async Task<Measurement> RunAsync(ClientSettings settings)
    {
        if (settings.Work.Kind == "W8")
            return await SdkIdle.RunAsync(settings);
        if (settings.Work.Kind == "W9")
            return await SdkFirstEnvelope.RunAsync(settings);

        await using ImapConnection imap = await ConnectAsync(settings);
        await imap.LoginAsync(settings.User, settings.Password);
        if (settings.Work.IsCompressed)
            await imap.CompressAsync();
        SelectedMailbox mailbox = await imap.SelectAsync(settings.Mailbox);
        Func<SelectedMailbox, string, Task<WorkResult>> work = Find(settings.Work.Kind);
        return await MeasuredRun.OfAsync(settings, () => work(mailbox, settings.WarmUp), () => work(mailbox, settings.Set));
    }

    public static Task<ImapConnection> ConnectAsync(ClientSettings settings) => ConnectAsync(settings, OptionsFor(settings));

    public static Task<ImapConnection> ConnectAsync(ClientSettings settings, ImapConnectionOptions options) =>
        ImapConnection.ConnectAsync(new ImapEndpoint(settings.Host, settings.Port, settings.Work.IsTls ? ImapSecurity.Tls : ImapSecurity.None), options);

    public static ImapConnectionOptions OptionsFor(ClientSettings settings)
    {
        bool tls = settings.Work.IsTls;
        return new ImapConnectionOptions
        {
            AllowPlaintext = !tls,
            Transport = settings.Transport,
            Tls = new TlsOptions { TrustedRoots = tls ? [X509CertificateLoader.LoadCertificateFromFile(settings.Certificate)] : null },
        };
    }

    private static Func<SelectedMailbox, string, Task<WorkResult>> Find(string kind) => kind switch
    {
        "W1a" or "W1g" => static (mailbox, set) => SdkSummaries.RunAsync(mailbox, set, SdkSummaries.ReadFields),
        "W1b" => static (mailbox, set) => SdkSummaries.RunAsync(mailbox, set, SdkSummaries.ReadSome),
        "W1c" => static (mailbox, set) => SdkSummaries.RunAsync(mailbox, set, SdkEverything.Read),
        "W1n" => static (mailbox, set) => SdkSummaries.PassAsync(mailbox, set, SdkSummaries.Items, SdkSummaries.ReadFields),
        "W2" or "W2g" => static (mailbox, set) => SdkSummaries.FlagsAsync(mailbox, set),
        "W2n" => static (mailbox, set) => SdkSummaries.PassAsync(mailbox, set, FetchItems.Flags, SdkSummaries.ReadFlags),
        "W3" or "W4" => SdkBodies.OneFetchAsync,
        "W3p" => SdkBodies.PipelinedAsync,
        "W5s" => SdkCommands.OneByOneAsync,
        "W5t" => SdkCommands.TogetherAsync,
        "W6s" => SdkAppend.OneByOneAsync,
        "W6p" => SdkAppend.PipelinedAsync,
        "W7" => SdkList.RunAsync,
        "W10c" => static (mailbox, _) => SdkSearch.RunAsync(mailbox, SearchReturnOptions.None),
        "W10e" => static (mailbox, _) => SdkSearch.RunAsync(mailbox, SearchReturnOptions.All),
        _ => throw new ArgumentException($"{kind} is no work for this library.", nameof(kind)),
    };
}
