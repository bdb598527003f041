using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace ImapAsync.ServerTests;

/// <summary>Theory data: every mechanism that each server offers, over each kind of security that it offers it on. The test takes kind, security and the mechanism's name.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EveryMechanismAttribute : DataAttribute
{
    /// <summary>Whether to include only the mechanisms that prove a password, and only over TLS.</summary>
    public bool OnlyWithPassword { get; init; }

    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        new([.. from kind in Enum.GetValues<ServerKind>()
                from security in Enum.GetValues<ImapSecurity>()
                from name in Mechanisms.Of(kind, security)
                where !OnlyWithPassword || (security == ImapSecurity.Tls && Mechanisms.TakesPassword(name))
                select new TheoryDataRow<ServerKind, ImapSecurity, string>(kind, security, name)]);

    public override bool SupportsDiscoveryEnumeration() => true;
}
