namespace ImapAsync;

/// <summary>The five status responses (RFC 9051 §7.1).</summary>
internal enum StatusKind
{
    Ok,
    No,
    Bad,
    Bye,
    PreAuth,
}
