namespace ImapAsync;

/// <summary>What the answers to one SEARCH have told so far.</summary>
/// <param name="isListed">
/// Whether <see cref="Numbers"/> hold everything that is found, even when no answer comes.
/// </param>
internal sealed class SearchData(bool isListed)
{
    /// <summary>The messages. A field: the builder is a struct that grows.</summary>
    public NumberSetBuilder Numbers;

    public bool IsListed { get; private set; } = isListed;

    public uint Min { get; private set; }

    public uint Max { get; private set; }

    public long? Count { get; private set; }

    public ModSequence? ModSeq { get; set; }

    public PartialRange? Partial { get; private set; }

    public IReadOnlyList<int> Relevancy { get; private set; } = [];

    public IReadOnlyDictionary<string, ImapValue> Others { get; private set; } = MailboxInfoDetails.NoExtendedData;

    /// <summary>A list without RETURN has come: whatever was asked for, this is all.</summary>
    public void SetListed() => IsListed = true;

    public void Add(in ESearchResponse response)
    {
        IsListed |= !response.All.IsEmpty;
        Min = response.Min ?? Min;
        Max = response.Max ?? Max;
        Count = response.Count ?? Count;
        ModSeq = response.ModSeq ?? ModSeq;
        Partial = response.Partial ?? Partial;
        Others = response.OthersWith(Others);
        Relevancy = response.Relevancy ?? Relevancy;
        SequenceRanges.AddTo(ref Numbers, response.All);
        SequenceRanges.AddTo(ref Numbers, response.PartialSet);
    }
}
