namespace ImapAsync;

/// <summary>The content of the answers to one SEARCH or SORT so far.</summary>
/// <param name="isListed">Whether the numbers are everything that is found, even if no answer arrives.</param>
internal abstract class FoundData(bool isListed)
{
    /// <summary>Whether the numbers are everything that was found.</summary>
    public bool IsListed { get; private set; } = isListed;

    /// <summary>The lowest number; for SORT, the first. 0 if it was not reported.</summary>
    public uint Min { get; private set; }

    /// <summary>The highest number; for SORT, the last. 0 if it was not reported.</summary>
    public uint Max { get; private set; }

    public long? Count { get; private set; }

    public ModSequence? ModSequence { get; set; }

    public PartialRange? Partial { get; private set; }

    public IReadOnlyDictionary<string, ImapValue> Others { get; private set; } = MailboxInfoDetails.NoExtendedData;

    /// <summary>A list without RETURN has arrived: whatever was requested, this is all.</summary>
    public void SetListed() => IsListed = true;

    public virtual void Add(in ESearchResponse response)
    {
        IsListed |= !response.All.IsEmpty;
        Min = response.Min ?? Min;
        Max = response.Max ?? Max;
        Count = response.Count ?? Count;
        ModSequence = response.ModSequence ?? ModSequence;
        Partial = response.Partial ?? Partial;
        Others = response.OthersWith(Others);
        AddSet(response.All);
        AddSet(response.PartialSet);
    }

    /// <summary>Adds the numbers at a position of a list, up to anything that is not one.</summary>
    public abstract void AddNumbers(ReadOnlySpan<byte> list, ref int position);

    /// <summary>Adds the numbers in parentheses; what is unreadable is noted.</summary>
    public abstract void AddList(ResponseValue list, ref Damage damage);

    /// <summary>Adds a set that stands in place of a number; false if sets are not possible.</summary>
    public abstract bool TryAddSet(ReadOnlySpan<byte> set);

    /// <summary>Adds the set of an ESEARCH.</summary>
    /// <exception cref="ImapProtocolException">It is not a set.</exception>
    protected abstract void AddSet(ReadOnlySpan<byte> set);
}
