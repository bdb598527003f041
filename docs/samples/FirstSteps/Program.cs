// A host with an IMAP client in it. To run it with a temporary Dovecot:
//
//   tests/servers/run-with-dovecot.sh dotnet run --project docs/samples/FirstSteps
using System.Security.Cryptography.X509Certificates;
using FirstSteps;
using ImapAsync;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

HostApplicationBuilder builder = Host.CreateApplicationBuilder(args);
builder.Logging.AddFilter("Microsoft", LogLevel.None); // this program reports errors itself

builder.Services.AddImapClient(options =>
{
    options.Host = builder.Configuration["IMAP_HOST"];
    options.Port = int.TryParse(builder.Configuration["IMAPS_PORT"], out int port) ? port : null;
    options.UserName = builder.Configuration["IMAP_USER"];
    options.Password = builder.Configuration["IMAP_PASSWORD"];

    // The certificate of a test server is signed by its own authority; without this, the system's are trusted.
    if (builder.Configuration["IMAP_CA"] is { } authority)
    {
        options.Connection =
            new() { Tls = new() { TrustedRoots = [X509CertificateLoader.LoadCertificateFromFile(authority)] } };
    }
});
builder.Services.AddTransient<Steps>();

using IHost host = builder.Build();
try
{
    await host.StartAsync(); // the options are checked here
    using CancellationTokenSource limit = new(TimeSpan.FromMinutes(1));
    await host.Services.GetRequiredService<Steps>().RunAsync(limit.Token);
    await host.StopAsync();
    return 0;
}
catch (OptionsValidationException wrong)
{
    Console.Error.WriteLine(string.Join(Environment.NewLine, wrong.Failures));
    Console.Error.WriteLine(
        "IMAP_HOST, IMAPS_PORT, IMAP_USER and IMAP_PASSWORD say where to go: run this through "
        + "tests/servers/run-with-dovecot.sh, or set them.");
    return 1;
}
catch (Exception problem) when (problem is ImapException or IOException or OperationCanceledException)
{
    Console.Error.WriteLine(problem.Message);
    return 1;
}
