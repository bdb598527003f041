namespace ImapAsync;

/// <summary>
/// Part numbers (RFC 9051 §6.4.5.1): a multipart numbers its parts, the body of a message that is not a multipart is
/// its part 1, and a multipart body has its message's number.
/// </summary>
internal static class BodyPartPath
{
    public static int DepthOf(BodyPart part)
    {
        int depth = 1;
        for (BodyPart? parent = part.Parent; parent is not null; parent = parent.Parent)
            depth++;
        return depth;
    }

    public static BodySection SectionOf(BodyPart part)
    {
        // The body of a message is named by TEXT; it has no number of its own if it is a multipart.
        BodySection section = part.Number == 0 && part.IsMultipart ? BodySection.Text : BodySection.Full;
        int[] numbers = NumbersOf(part);
        return numbers.Length == 0 ? section : section.In(numbers);
    }

    private static int[] NumbersOf(BodyPart part)
    {
        List<int> numbers = [];
        for (BodyPart? current = part; current is not null; current = current.Parent)
        {
            if (current.Number > 0)
                numbers.Add(current.Number);
            else if (!current.IsMultipart)
                numbers.Add(1);
        }

        numbers.Reverse();
        return [.. numbers];
    }
}
