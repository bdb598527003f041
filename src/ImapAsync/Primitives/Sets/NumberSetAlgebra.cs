namespace ImapAsync;

/// <summary>
/// Union, intersection and difference of sets. The result is exact or refused, since a * could name unintended
/// messages.
/// </summary>
internal static class NumberSetAlgebra
{
    public static NumberSet Union(in NumberSet left, in NumberSet right)
    {
        if (right.IsEmpty)
            return left;
        if (left.IsEmpty)
            return right;
        if (left.End == SetEnd.Saved || right.End == SetEnd.Saved)
        {
            return left.End == right.End
                ? left
                : throw new InvalidOperationException(
                    "The saved search result $ cannot be combined: send it in a separate command.");
        }

        NumberSetBuilder builder = new();
        (NumberRange<uint>[]? a, NumberRange<uint>[]? b) = (left.Ranges, right.Ranges);
        for (int i = 0, j = 0; i < a.Length || j < b.Length;)
        {
            (uint first, uint last) = j == b.Length || (i < a.Length && a[i].First <= b[j].First) ? a[i++] : b[j++];
            builder.AddRange(first, last);
        }

        AddEnd(ref builder, left);
        AddEnd(ref builder, right);
        return builder.Build();
    }

    public static NumberSet Intersection(in NumberSet left, in NumberSet right)
    {
        if (left.IsEmpty || right.IsAll)
            return left;
        if (right.IsEmpty || left.IsAll)
            return right;
        Require(left, "intersected");
        Require(right, "intersected");

        NumberSetBuilder builder = new();
        (NumberRange<uint>[]? a, NumberRange<uint>[]? b) = (left.Ranges, right.Ranges);
        for (int i = 0, j = 0; i < a.Length && j < b.Length;)
        {
            (uint first, uint last) = (Math.Max(a[i].First, b[j].First), Math.Min(a[i].Last, b[j].Last));
            if (first <= last)
                builder.AddRange(first, last);
            if (a[i].Last < b[j].Last)
                i++;
            else
                j++;
        }

        return builder.Build();
    }

    public static NumberSet Difference(in NumberSet left, in NumberSet right)
    {
        if (left.IsEmpty || right.IsEmpty)
            return left;
        if (right.IsAll)
            return default;
        Require(left, "subtracted from");
        Require(right, "subtracted");

        NumberSetBuilder builder = new();
        NumberRange<uint>[] b = right.Ranges;
        int j = 0;
        foreach ((uint first, uint last) in left.Ranges)
        {
            long next = first;
            while (j < b.Length && b[j].Last < first)
                j++;
            for (int k = j; k < b.Length && b[k].First <= last; k++)
            {
                if (next < b[k].First)
                    builder.AddRange((uint)next, b[k].First - 1);
                next = b[k].Last + 1L;
                j = k;
            }

            if (next <= last)
                builder.AddRange((uint)next, last);
        }

        return builder.Build();
    }

    /// <summary>The set with * replaced by the number that it stands for.</summary>
    public static NumberSet Resolve(in NumberSet set, uint highest)
    {
        if (set.End == SetEnd.None)
            return set;
        if (!set.HasStar)
            Require(set, "resolved");
        NumberSet end =
            highest == 0 ? default : NumberSet.Range(set.End == SetEnd.From ? set.OpenFrom : highest, highest);
        return Union(new NumberSet(set.Ranges), end);
    }

    /// <summary>
    /// The set with the * of n:* replaced by the highest possible number: it also names expunged messages, but not the
    /// last message if that is below n.
    /// </summary>
    /// <exception cref="InvalidOperationException">* stands alone: no number can replace it.</exception>
    public static NumberSet CloseEnd(in NumberSet set) => set.End switch
    {
        SetEnd.From => new([.. set.Ranges, new(set.OpenFrom, uint.MaxValue)]),
        SetEnd.Star => throw new InvalidOperationException(
            $"The set {NumberSetFormat.ToText(set)} cannot be used to ask for expunged messages: * is the last "
            + "remaining message. Name its UID, or UidSet.From the first one that matters."),
        _ => set,
    };

    /// <summary>The set, if it consists only of numbers.</summary>
    /// <param name="set">The set.</param>
    /// <param name="done">What it is needed for, such as "counted".</param>
    /// <exception cref="InvalidOperationException">Only the server knows its content.</exception>
    public static NumberSet Require(in NumberSet set, string done)
    {
        if (set.IsExplicit)
            return set;
        bool isSaved = set.End == SetEnd.Saved;
        throw new InvalidOperationException(
            $"The set {NumberSetFormat.ToText(set)} cannot be {done}: only the server knows which messages "
            + $"{(isSaved ? "$" : "*")} stands for. "
            + (isSaved
                ? "Search again and take the numbers."
                : "Call Resolve with the number of the last message first."));
    }

    private static void AddEnd(ref NumberSetBuilder builder, in NumberSet set)
    {
        if (set.End == SetEnd.From)
            builder.AddFrom(set.OpenFrom);
        else if (set.End == SetEnd.Star)
            builder.AddStar();
    }
}
