namespace ImapAsync;

/// <summary>The usage and the limit of a resource (RFC 9208 §5).</summary>
/// <param name="Name">
/// The resource: <see cref="Storage"/>, <see cref="Message"/>, or another one of the server; in upper case.
/// </param>
/// <param name="Usage">
/// The usage, in the resource's own unit: storage in units of 1024 octets, the others in numbers.
/// </param>
/// <param name="Limit">
/// The limit, in the same unit; <see cref="long.MaxValue"/> if the server says that there is none, for example with -1.
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

/// <summary>The limited resources of a quota root (RFC 9208 §4.2.1).</summary>
/// <param name="Root">The quota root's name, which is meaningful only to the server; may be empty.</param>
/// <param name="Resources">The limited resources; empty if there are none.</param>
public sealed record Quota(string Root, IReadOnlyList<QuotaResource> Resources) : IMalformedHolder<Quota>
{
    /// <summary>
    /// Malformed parts of the answer, such as a rounded number, whose interpretation is in <see cref="Resources"/>.
    /// </summary>
    /// <value>Default: empty.</value>
    public IReadOnlyList<MalformedResponse> Malformed { get; init; } = [];

    /// <summary>The storage, in units of 1024 octets; null if it is not limited.</summary>
    public QuotaResource? Storage => this[QuotaResource.Storage];

    /// <summary>The number of messages; null if it is not limited.</summary>
    public QuotaResource? Messages => this[QuotaResource.Message];

    /// <summary>
    /// A resource by name, ignoring case; null if it is not limited. If the server sent it twice, the last one counts.
    /// </summary>
    public QuotaResource? this[string resource] =>
        Resources.LastOrDefault(candidate => candidate.Name.Equals(resource, StringComparison.OrdinalIgnoreCase));

    // A server may send them in several responses.
    internal Quota With(Quota more) =>
        this with { Resources = [.. Resources.Except(more.Resources), .. more.Resources] };

    Quota IMalformedHolder<Quota>.With(IReadOnlyList<MalformedResponse> malformed) =>
        this with { Malformed = malformed };
}

/// <summary>The quota roots of a mailbox, and their quotas (RFC 9208 §4.2.2).</summary>
/// <param name="Mailbox">The mailbox.</param>
/// <param name="Roots">The names of its quota roots; empty if nothing is limited.</param>
/// <param name="Quotas">The quotas that the server returned, in its order.</param>
public sealed record QuotaRoots(MailboxName Mailbox, IReadOnlyList<string> Roots, IReadOnlyList<Quota> Quotas)
    : IMalformedHolder<QuotaRoots>
{
    /// <summary>
    /// Malformed parts of the answer, such as a rounded number, whose interpretation is in <see cref="Quotas"/>.
    /// </summary>
    /// <value>Default: empty.</value>
    public IReadOnlyList<MalformedResponse> Malformed { get; init; } = [];

    QuotaRoots IMalformedHolder<QuotaRoots>.With(IReadOnlyList<MalformedResponse> malformed) =>
        this with { Malformed = malformed };
}

/// <summary>The limit of a resource.</summary>
/// <param name="Resource">The resource, such as <see cref="QuotaResource.Storage"/>.</param>
/// <param name="Limit">The limit, in the resource's own unit: storage in units of 1024 octets; 0 or more.</param>
public readonly record struct QuotaLimit(string Resource, long Limit);
