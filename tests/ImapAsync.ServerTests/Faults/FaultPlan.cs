namespace ImapAsync.ServerTests;

/// <summary>What goes wrong with a connection.</summary>
public enum FaultKind
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Both sides see an orderly end.</summary>
    Cut,

    /// <summary>Both sides see a reset.</summary>
    Reset,

    /// <summary>Nothing gets through any more, and neither side notices.</summary>
    HalfOpen,

    /// <summary>Every octet arrives in its own segment.</summary>
    OneOctet,

    /// <summary>Few octets at a time, with pauses.</summary>
    Throttle,

    /// <summary>Occasionally nothing arrives for a while.</summary>
    Delay,
}

/// <summary>What goes wrong with one connection, and when: chosen at random, but reproducibly.</summary>
/// <param name="Kind">What goes wrong.</param>
/// <param name="ToServer">In which direction.</param>
/// <param name="AfterOctets">After how many octets in that direction.</param>
/// <param name="Random">The source of further randomness.</param>
internal sealed record FaultPlan(FaultKind Kind, bool ToServer, long AfterOctets, Random Random)
{
    /// <summary>The plan for the connection of that number. The fault comes after a few octets, in the greeting or the handshake, up to a hundred thousand.</summary>
    public static FaultPlan Of(int seed, int connection)
    {
        Random random = new(unchecked((seed * 1_000_003) + connection));
        FaultKind kind = random.Next(10) switch
        {
            0 or 1 => FaultKind.Cut,
            2 or 3 => FaultKind.Reset,
            4 => FaultKind.HalfOpen,
            5 => FaultKind.OneOctet,
            6 => FaultKind.Throttle,
            7 => FaultKind.Delay,
            _ => FaultKind.None,
        };
        return new FaultPlan(kind, random.Next(2) == 0, (long)Math.Exp(random.NextDouble() * Math.Log(100_000)), random);
    }
}
