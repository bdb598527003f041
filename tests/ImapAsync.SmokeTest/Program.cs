// What applications do, compiled to native code: it shows that trimming and native compilation leave the libraries whole.
// Runs on the embedded server, and then on the server of tests/servers/run-with-dovecot.sh where the environment names one.
using ImapAsync.SmokeTest;

using CancellationTokenSource limit = new(TimeSpan.FromMinutes(1));
await EmbeddedRun.RunAsync(limit.Token);
if (Environment.GetEnvironmentVariable("IMAP_HOST") is { } host)
    await LiveRun.RunAsync(host, limit.Token);
