using System.Text;

namespace ImapAsync;

/// <summary>Parses the written form of sets: sequence-set of RFC 9051 §9, <c>1:3,7,12:*</c>.</summary>
internal static class NumberSetParser
{
    public static bool TryParse(ReadOnlySpan<byte> text, out NumberSet set)
    {
        set = NumberSet.Saved;
        if (text.SequenceEqual("$"u8))
            return true;

        NumberSetBuilder builder = default;
        NumberRangeReader reader = new(text);
        while (reader.TryRead(out NumberRange<uint> range))
        {
            if (range.Last != 0)
                builder.AddRange(range.First, range.Last);
            else if (range.First != 0)
                builder.AddFrom(range.First);
            else
                builder.AddStar();
        }

        set = builder.Build();
        if (!reader.IsMalformed)
            return true;
        set = default;
        return false;
    }

    public static bool TryParse(string? text, out NumberSet set)
    {
        set = default;
        if (text is null)
            return false;
        // Non-ASCII becomes a question mark, which no set contains.
        return TryParse(
            text.Length <= 256 ? ToAscii(text, stackalloc byte[text.Length]) : Encoding.ASCII.GetBytes(text), out set);
    }

    public static NumberSet Parse(string text) =>
        TryParse(text, out NumberSet set)
            ? set
            : throw new FormatException(
                $"\"{text}\" is not a set of messages. Write numbers from 1 to 4294967295, ranges, "
                + "*, and commas: 1:3,7,12:*");

    private static ReadOnlySpan<byte> ToAscii(string text, Span<byte> buffer) =>
        buffer[..Encoding.ASCII.GetBytes(text, buffer)];
}
