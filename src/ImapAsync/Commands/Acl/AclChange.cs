namespace ImapAsync;

/// <summary>
/// What SETACL does with the rights of an identifier (RFC 4314 §3.1): <c>"lrs"</c> gives it these and no others,
/// <c>"+i"</c> adds, <c>"-i"</c> takes away.
/// </summary>
public readonly record struct AclChange
{
    private AclChange(string prefix, Rights rights)
    {
        Prefix = prefix;
        Rights = rights;
    }

    /// <summary>The rights.</summary>
    public Rights Rights { get; }

    internal string? Prefix { get; }

    /// <summary>Gives these rights and no others.</summary>
    public static AclChange Replace(Rights rights) => new("", rights);

    /// <summary>Adds rights to those that there are.</summary>
    public static AclChange Add(Rights rights) => new("+", rights);

    /// <summary>Takes rights away from those that there are.</summary>
    public static AclChange Remove(Rights rights) => new("-", rights);

    /// <summary>Gives these rights and no others.</summary>
    public static implicit operator AclChange(Rights rights) => Replace(rights);

    /// <summary>Reads a change: <c>lrs</c>, <c>+i</c> or <c>-i</c>.</summary>
    /// <exception cref="ArgumentException">
    /// There is something else than lower-case letters and digits behind the sign.
    /// </exception>
    public static implicit operator AclChange(string change) => change switch
    {
        ['+', ..] => Add(change[1..]),
        ['-', ..] => Remove(change[1..]),
        _ => Replace(change),
    };

    /// <summary>The change as IMAP writes it.</summary>
    public override string ToString() => $"{Prefix}{Rights}";
}
