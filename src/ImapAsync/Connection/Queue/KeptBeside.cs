namespace ImapAsync;

/// <summary>What is kept for a command besides its value. Most commands do not need it.</summary>
internal sealed class KeptBeside
{
    /// <summary>The unreadable parts of its answer.</summary>
    public List<MalformedResponse>? Malformed { get; private set; }

    /// <summary>Warnings, or all untagged responses if the caller wants them.</summary>
    public List<UntypedResponse>? Untagged { get; private set; }

    /// <summary>Responses that may belong to its answer, which is decided once it is answered.</summary>
    public List<HeldResponse>? HeldBack { get; private set; }

    public void Add(MalformedResponse response) => (Malformed ??= []).Add(response);

    public void Add(UntypedResponse response) => (Untagged ??= []).Add(response);

    public void Add(HeldResponse response) => (HeldBack ??= []).Add(response);
}
