using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace ImapAsync.ServerTests;

/// <summary>Theory data: each server once. The test takes a <see cref="ServerKind"/>.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EveryServerAttribute : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        new([.. Enum.GetValues<ServerKind>().Select(kind => new TheoryDataRow<ServerKind>(kind))]);

    public override bool SupportsDiscoveryEnumeration() => true;
}

/// <summary>Theory data: each server over each kind of security. The test takes a <see cref="ServerKind"/> and a <see cref="ImapSecurity"/>.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EveryConnectionAttribute : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        new([.. from kind in Enum.GetValues<ServerKind>()
                from security in Enum.GetValues<ImapSecurity>()
                select new TheoryDataRow<ServerKind, ImapSecurity>(kind, security)]);

    public override bool SupportsDiscoveryEnumeration() => true;
}
