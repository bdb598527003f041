namespace ImapAsync.Testing.Tests;

/// <summary>A message for SEARCH, SORT and THREAD to look at.</summary>
internal sealed record TestMessage(uint SequenceNumber, byte[] Content) : IMessageView
{
    private MimeEntity? _mime;

    public Uid Uid { get; init; } = new(SequenceNumber + 100);

    public FlagSet Flags { get; init; } = FlagSet.Empty;

    public DateTimeOffset InternalDate { get; init; } = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public DateTimeOffset SaveDate { get; init; } = new(2026, 4, 1, 12, 0, 0, TimeSpan.Zero);

    public ReadOnlyMemory<byte> Octets => Content;

    public string EmailId => $"E{SequenceNumber}";

    public ModSequence ModSequence { get; init; } = new(SequenceNumber + 1000);

    public MimeEntity Mime => _mime ??= MimeEntity.Parse(Content);

    /// <summary>A message that is written in lines.</summary>
    public static TestMessage Of(uint number, string lines) => new(number, Tests.Octets.Lines(lines));
}
