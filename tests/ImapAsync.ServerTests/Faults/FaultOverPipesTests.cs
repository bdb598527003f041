namespace ImapAsync.ServerTests;

/// <summary>The same over the other socket mode.</summary>
[Collection(nameof(FaultTests))]
public sealed class FaultOverPipesTests(TestServers servers) : FaultTests(servers)
{
    protected override SocketMode Mode => SocketMode.Pipes;
}
