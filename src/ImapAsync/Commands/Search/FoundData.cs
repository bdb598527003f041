namespace ImapAsync;

/// <summary>What the answers to one SEARCH or SORT have told so far.</summary>
/// <param name="isListed">Whether the numbers are everything that is found, even when no answer comes.</param>
internal abstract class FoundData(bool isListed)
{
    /// <summary>Whether the numbers are everything that was found.</summary>
    public bool IsListed { get; private set; } = isListed;

    /// <summary>The lowest number; of SORT the first. 0 where it was not told.</summary>
    public uint Min { get; private set; }

    /// <summary>The highest number; of SORT the last. 0 where it was not told.</summary>
    public uint Max { get; private set; }

    public long? Count { get; private set; }

    public ModSequence? ModSeq { get; set; }

    public PartialRange? Partial { get; private set; }

    public IReadOnlyDictionary<string, ImapValue> Others { get; private set; } = MailboxInfoDetails.NoExtendedData;

    /// <summary>A list without RETURN has come: whatever was asked for, this is all.</summary>
    public void SetListed() => IsListed = true;

    public virtual void Add(in ESearchResponse response)
    {
        IsListed |= !response.All.IsEmpty;
        Min = response.Min ?? Min;
        Max = response.Max ?? Max;
        Count = response.Count ?? Count;
        ModSeq = response.ModSeq ?? ModSeq;
        Partial = response.Partial ?? Partial;
        Others = response.OthersWith(Others);
        AddSet(response.All);
        AddSet(response.PartialSet);
    }

    /// <summary>Adds the numbers at a position of a list, up to what is none.</summary>
    public abstract void AddNumbers(ReadOnlySpan<byte> list, ref int position);

    /// <summary>Adds the numbers in parentheses; what cannot be read is noted.</summary>
    public abstract void AddList(ResponseValue list, ref Damage damage);

    /// <summary>Adds a set that stands where a number belongs; false where none can.</summary>
    public abstract bool TryAddSet(ReadOnlySpan<byte> set);

    /// <summary>Adds the set of an ESEARCH.</summary>
    /// <exception cref="ImapProtocolException">It is not a set.</exception>
    protected abstract void AddSet(ReadOnlySpan<byte> set);
}
