namespace ImapAsync.Tests;

/// <summary>What one caller received.</summary>
internal sealed class Heard
{
    public List<HeardMessage> Messages { get; } = [];

    /// <summary>What a search found, in its order, or what has gone.</summary>
    public List<uint> Numbers { get; } = [];

    /// <summary>Responses that the caller received as they came, since only the server knows whose they are.</summary>
    public List<string> AsTheyCame { get; } = [];

    /// <summary>What went wrong, if anything did.</summary>
    public string? Wrong { get; set; }
}

/// <summary>A message as a caller or a listener received it: the values show which message they belong to.</summary>
internal sealed class HeardMessage
{
    public uint Number { get; init; }

    /// <summary>The UID that it says it has; 0 without.</summary>
    public uint Claimed { get; set; }

    /// <summary>The UID of the message that its values come from; 0 if it has none.</summary>
    public uint Source { get; private set; }

    public Items Items { get; private set; }

    public int FlagsVersion { get; private set; }

    public int ModSeqVersion { get; private set; }

    public string? Wrong { get; set; }

    public void Add(Items item, uint uid, int version)
    {
        if (Source != 0 && Source != uid)
            Wrong ??= $"values of {Source} and of {uid} in one message";
        Source = uid;
        Items |= item;
        if (item == Items.Flags)
            FlagsVersion = version;
        else if (item == Items.ModSequence)
            ModSeqVersion = version;
    }

    /// <summary>Whether it has those items as the response reported them, or as they were later.</summary>
    public bool Holds(Said said, Items items, bool orLater = false) =>
        (Items & items) == items && (items == Items.None || Source == said.Uid)
        && IsVersion(items, Items.Flags, FlagsVersion, said.Version, orLater) && IsVersion(items, Items.ModSequence, ModSeqVersion, said.Version, orLater);

    public override string ToString() =>
        $"message {Number}, UID {Claimed}, values of {Source}: {Items}, flags {FlagsVersion}, mod-sequence {ModSeqVersion}{(Wrong is null ? "" : ", wrong: " + Wrong)}";

    private static bool IsVersion(Items items, Items item, int version, int said, bool orLater) =>
        (items & item) == Items.None || version == said || (orLater && version > said);
}

/// <summary>An event as a listener received it.</summary>
internal sealed record Told(SaidKind Kind, uint Number, uint Uid = 0, HeardMessage? Message = null);
