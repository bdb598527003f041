namespace ImapAsync;

/// <summary>
/// What a <see cref="FetchedMessage"/> needs beyond its octets; created on the first access to any of it.
/// </summary>
internal sealed class FetchedDetails(byte[]? octets)
{
    private Envelope? _envelope;
    private BodyPart? _structure;
    private FetchedExtras? _extras;

    public byte[]? Octets { get; } = octets;

    public Envelope? Envelope => Volatile.Read(ref _envelope);

    public BodyPart? Structure => Volatile.Read(ref _structure);

    /// <summary>Content that is not in the octets; null if there is none.</summary>
    public FetchedExtras? Extras => Volatile.Read(ref _extras);

    // Two concurrent readers may both decode: the first result is kept.
    public Envelope Keep(Envelope envelope) => Interlocked.CompareExchange(ref _envelope, envelope, null) ?? envelope;

    public BodyPart Keep(BodyPart structure) =>
        Interlocked.CompareExchange(ref _structure, structure, null) ?? structure;

    public FetchedDetails Copy() =>
        new(Octets) { _envelope = _envelope, _structure = _structure, _extras = _extras?.Copy() };

    public FetchedExtras GetExtras() =>
        Extras ?? Interlocked.CompareExchange(ref _extras, new FetchedExtras(), null) ?? _extras;
}
