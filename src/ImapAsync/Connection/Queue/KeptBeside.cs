namespace ImapAsync;

/// <summary>What is kept for a command besides its value; most commands have none of it.</summary>
internal sealed class KeptBeside
{
    /// <summary>What could not be read of its answer.</summary>
    public List<MalformedResponse>? Malformed { get; private set; }

    /// <summary>Warnings, or all untagged responses where the caller wants them.</summary>
    public List<UntypedResponse>? Untagged { get; private set; }

    /// <summary>What may be its answer: that is decided once it is answered.</summary>
    public List<HeldResponse>? HeldBack { get; private set; }

    public void Add(MalformedResponse response) => (Malformed ??= []).Add(response);

    public void Add(UntypedResponse response) => (Untagged ??= []).Add(response);

    public void Add(HeldResponse response) => (HeldBack ??= []).Add(response);
}
