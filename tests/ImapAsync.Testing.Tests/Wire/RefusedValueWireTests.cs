using ImapAsync.Testing.Tests.Support;

namespace ImapAsync.Testing.Tests.Wire;

/// <summary>Values that have the right form but are impossible.</summary>
public sealed class RefusedValueWireTests
{
    [Theory]
    [InlineData("+2500", "BAD")]
    [InlineData("+9900", "BAD")]
    [InlineData("-1401", "BAD")]
    [InlineData("+0060", "BAD")]
    [InlineData("+1400", "OK")]
    [InlineData("-1200", "OK")]
    [InlineData("+0545", "OK")]
    public async Task A_zone_is_within_the_offsets_that_exist(string zone, string status)
    {
        await using ImapTestServer server = await Servers.WithThreeMessagesAsync();
        await using WireClient client = await WireClient.SelectAsync(server);
        await client.SendAsync($"A1 APPEND INBOX \"12-Feb-2026 10:00:00 {zone}\" {{4+}}\r\nA: b\r\n");
        Assert.Contains($"A1 {status} ", await client.UntilTaggedAsync("A1"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SEARCH TEXT {1+}\r\n\0", "BAD")]
    [InlineData("SEARCH HEADER Subject {3+}\r\na\0b", "BAD")]
    [InlineData("UID SEARCH OR SUBJECT {1+}\r\n\0 ALL", "BAD")]
    [InlineData("SEARCH TEXT {1+}\r\na", "OK")]
    public async Task A_literal_in_search_has_no_NUL(string command, string status)
    {
        await using ImapTestServer server = await Servers.WithThreeMessagesAsync();
        await using WireClient client = await WireClient.SelectAsync(server);
        await client.SendAsync($"A1 {command}\r\n");
        Assert.Contains($"A1 {status} ", await client.UntilTaggedAsync("A1"), StringComparison.Ordinal);
    }
}
