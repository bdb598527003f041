namespace ImapAsync;

/// <summary>Counts the leaves of a body structure without creating objects.</summary>
internal static class BodyStructureLeaves
{
    public static int Count(ReadOnlySpan<byte> octets)
    {
        int count = 0;
        int depth = 0;
        int position = 0;
        while (position < octets.Length && octets[position] == '(')
        {
            int inner = ValueScanner.SkipSpaces(octets, position + 1);
            if (inner < octets.Length && octets[inner] == '(' && depth + 1 < ImapLimits.Default.MaxNesting)
            {
                // A multipart: its children come first.
                depth++;
                position = inner;
                continue;
            }

            if (BodyStructureReader.ShapeOf(octets[position..]) is not (BodyShape.Empty or BodyShape.Multipart))
                count++;
            position = ListScanner.End(octets, position);

            // The rest of the multipart follows its last child.
            while (depth > 0 && position >= 0 && !IsAtList(octets, ref position))
            {
                position = ListScanner.End(octets, position, depth: 1);
                depth--;
            }

            if (position < 0 || depth == 0)
                return count;
        }

        return count;
    }

    private static bool IsAtList(ReadOnlySpan<byte> octets, ref int position)
    {
        position = ValueScanner.SkipSpaces(octets, position);
        return position < octets.Length && octets[position] == '(';
    }
}
