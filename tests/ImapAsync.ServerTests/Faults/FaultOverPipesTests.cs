namespace ImapAsync.ServerTests;

/// <summary>The same over the other way through a socket.</summary>
[Collection(nameof(FaultTests))]
public sealed class FaultOverPipesTests(TestServers servers) : FaultTests(servers)
{
    protected override SocketMode Mode => SocketMode.Pipes;
}
