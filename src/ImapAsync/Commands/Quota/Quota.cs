namespace ImapAsync;

/// <summary>How much of a resource is used, and how much may be (RFC 9208 §5).</summary>
/// <param name="Name">
/// The resource: <see cref="Storage"/>, <see cref="Message"/>, or another that the server has; in upper case.
/// </param>
/// <param name="Usage">
/// What is used, in the resource's own unit: storage in units of 1024 octets, the others in numbers.
/// </param>
/// <param name="Limit">
/// What may be used, in the same unit; <see cref="long.MaxValue"/> where the server says that there is no limit, such
/// as by -1.
/// </param>
public sealed record QuotaResource(string Name, long Usage, long Limit)
{
    /// <summary><c>STORAGE</c>: all messages, in units of 1024 octets.</summary>
    public const string Storage = "STORAGE";

    /// <summary><c>MESSAGE</c>: the number of messages.</summary>
    public const string Message = "MESSAGE";

    /// <summary><c>MAILBOX</c>: the number of mailboxes.</summary>
    public const string Mailbox = "MAILBOX";

    /// <summary><c>ANNOTATION-STORAGE</c>: all annotations, in units of 1024 octets.</summary>
    public const string AnnotationStorage = "ANNOTATION-STORAGE";
}

/// <summary>What is limited under one quota root, and how far (RFC 9208 §4.2.1).</summary>
/// <param name="Root">The quota root's name, which means something to the server alone; may be empty.</param>
/// <param name="Resources">The resources that are limited; empty where nothing is.</param>
public sealed record Quota(string Root, IReadOnlyList<QuotaResource> Resources) : IMalformedHolder<Quota>
{
    /// <summary>
    /// What the server said that is not as it should be, such as a rounded number; what was made of it is in
    /// <see cref="Resources"/>.
    /// </summary>
    /// <value>Default: empty.</value>
    public IReadOnlyList<MalformedResponse> Malformed { get; init; } = [];

    /// <summary>The storage, in units of 1024 octets; null where it is not limited.</summary>
    public QuotaResource? Storage => this[QuotaResource.Storage];

    /// <summary>The number of messages; null where it is not limited.</summary>
    public QuotaResource? Messages => this[QuotaResource.Message];

    /// <summary>
    /// A resource by name, in any case; null where it is not limited. The last holds where the server told it twice.
    /// </summary>
    public QuotaResource? this[string resource] =>
        Resources.LastOrDefault(candidate => candidate.Name.Equals(resource, StringComparison.OrdinalIgnoreCase));

    // A server may tell it in several responses.
    internal Quota With(Quota more) =>
        this with { Resources = [.. Resources.Except(more.Resources), .. more.Resources] };

    Quota IMalformedHolder<Quota>.With(IReadOnlyList<MalformedResponse> malformed) =>
        this with { Malformed = malformed };
}

/// <summary>Which quota roots a mailbox is under, and their quotas (RFC 9208 §4.2.2).</summary>
/// <param name="Mailbox">The mailbox.</param>
/// <param name="Roots">The names of its quota roots; empty where nothing is limited.</param>
/// <param name="Quotas">The quotas that the server told, in its order.</param>
public sealed record QuotaRoots(MailboxName Mailbox, IReadOnlyList<string> Roots, IReadOnlyList<Quota> Quotas)
    : IMalformedHolder<QuotaRoots>
{
    /// <summary>
    /// What the server said that is not as it should be, such as a rounded number; what was made of it is in
    /// <see cref="Quotas"/>.
    /// </summary>
    /// <value>Default: empty.</value>
    public IReadOnlyList<MalformedResponse> Malformed { get; init; } = [];

    QuotaRoots IMalformedHolder<QuotaRoots>.With(IReadOnlyList<MalformedResponse> malformed) =>
        this with { Malformed = malformed };
}

/// <summary>How much of a resource may be used.</summary>
/// <param name="Resource">The resource, such as <see cref="QuotaResource.Storage"/>.</param>
/// <param name="Limit">
/// What may be used, in the resource's own unit: storage in units of 1024 octets; 0 or more.
/// </param>
public readonly record struct QuotaLimit(string Resource, long Limit);
