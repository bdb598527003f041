namespace ImapAsync.Tests;

[Collection(TelemetryCollection.Name)]
public sealed class UnwatchedTests
{
    private readonly ConnectionTelemetry _telemetry = new("imap.example.org", 993, TimeProvider.System);
    private readonly NoopCommand _command = new();

    [Fact]
    public void Nothing_is_allocated_while_nobody_listens() => Assert.Equal(0, Allocated.By(() =>
    {
        for (int i = 0; i < 1000; i++)
            Pass();
    }));

    private void Pass()
    {
        if (_telemetry.Begin(_command) is not null)
            throw new InvalidOperationException("Somebody listens.");
        _telemetry.Opened();
        _telemetry.Sent(100);
        _telemetry.Received(100);
        _telemetry.Closed();
    }
}
