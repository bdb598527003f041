// What a small application does, published trimmed: it shows that the trimmer leaves the library whole.
// The environment is that of tests/servers/run-with-dovecot.sh.
using ImapAsync;

string host = Setting("IMAP_HOST");
string port = Setting("IMAPS_PORT");
string authority = Setting("IMAP_CA");

Console.WriteLine($"ImapAsync {typeof(ImapStatus).Assembly.GetName().Version}, trimmed; {host}:{port}, trusting {Path.GetFileName(authority)}");

static string Setting(string name) =>
    Environment.GetEnvironmentVariable(name) ?? throw new InvalidOperationException($"{name} is not set: run this through tests/servers/run-with-dovecot.sh.");
