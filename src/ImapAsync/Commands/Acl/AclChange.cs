using System.Text.Json.Serialization;
using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// A change of an identifier's rights with SETACL (RFC 4314 §3.1): <c>"lrs"</c> gives it exactly these, <c>"+i"</c>
/// adds, <c>"-i"</c> removes.
/// </summary>
[JsonConverter(typeof(ImapJsonConverter<AclChange>))]
public readonly record struct AclChange : IJsonForm<AclChange>
{
    private AclChange(string prefix, Rights rights)
    {
        Prefix = prefix;
        Rights = rights;
    }

    /// <summary>The rights.</summary>
    public Rights Rights { get; }

    internal string? Prefix { get; }

    static JsonConverter<AclChange> IJsonForm<AclChange>.Form =>
        new TextJson<AclChange>(change => change.ToString(), text => text);

    /// <summary>Gives exactly these rights.</summary>
    public static AclChange Replace(Rights rights) => new("", rights);

    /// <summary>Adds rights to the existing ones.</summary>
    public static AclChange Add(Rights rights) => new("+", rights);

    /// <summary>Removes rights from the existing ones.</summary>
    public static AclChange Remove(Rights rights) => new("-", rights);

    /// <summary>Gives exactly these rights.</summary>
    public static implicit operator AclChange(Rights rights) => Replace(rights);

    /// <summary>Parses a change: <c>lrs</c>, <c>+i</c> or <c>-i</c>.</summary>
    /// <exception cref="ArgumentException">
    /// Something other than lower-case letters and digits follows the sign.
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
