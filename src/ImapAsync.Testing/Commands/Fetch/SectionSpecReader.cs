using System.Buffers;
using System.Text;

namespace ImapAsync.Testing;

/// <summary>
/// Reads a section strictly (RFC 9051 §9), from after its opening bracket to the closing one. The names of
/// header fields stay as they were asked for, also where one is there twice.
/// <code>section-spec = section-msgtext / (section-part ["." section-text])</code>
/// </summary>
internal static class SectionSpecReader
{
    private static readonly SearchValues<byte> Letters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz."u8);

    public static BodySection Read(ref ArgumentReader arguments)
    {
        List<int> numbers = new();
        BodySectionText text = BodySectionText.Full;
        bool goesOn = arguments.Next != ']';
        while (goesOn && Ascii.IsDigit(arguments.Next))
        {
            numbers.Add(ReadNumber(ref arguments));
            goesOn = arguments.TryTake((byte)'.');
        }

        if (goesOn)
            text = ReadText(ref arguments, isPart: numbers.Count > 0);
        bool hasFields = text is BodySectionText.HeaderFields or BodySectionText.HeaderFieldsNot;
        string[] fields = hasFields ? ReadFields(ref arguments) : [];
        if (!arguments.TryTake((byte)']'))
            throw arguments.Wrong("']'");
        return new BodySection(text, [.. numbers], fields);
    }

    private static int ReadNumber(ref ArgumentReader arguments)
    {
        bool isGood = arguments.Next != '0';
        uint number = isGood ? arguments.Number32() : 0;
        return isGood && number <= int.MaxValue ? (int)number : throw arguments.Wrong("a part number above 0");
    }

    private static BodySectionText ReadText(ref ArgumentReader arguments, bool isPart)
    {
        ReadOnlySpan<byte> letters = arguments.Run(Letters, "a section such as 1.2.MIME or HEADER.FIELDS (SUBJECT)");
        string word = Encoding.ASCII.GetString(letters);
        return word.ToUpperInvariant() switch
        {
            "HEADER" => BodySectionText.Header,
            "HEADER.FIELDS" => BodySectionText.HeaderFields,
            "HEADER.FIELDS.NOT" => BodySectionText.HeaderFieldsNot,
            "TEXT" => BodySectionText.Text,
            "MIME" when isPart => BodySectionText.Mime,
            _ => throw CommandRefusedException.Bad(
                $"{word} is not a section: there are HEADER, HEADER.FIELDS, HEADER.FIELDS.NOT, TEXT and, of a part, "
                + "MIME"),
        };
    }

    private static string[] ReadFields(ref ArgumentReader arguments)
    {
        arguments.Space();
        List<string> names = arguments.List(ReadField);
        return names.Count > 0 ? [.. names] : throw arguments.Wrong("at least one header field before");
    }

    private static string ReadField(ref ArgumentReader arguments)
    {
        string name = arguments.AText();
        return HeaderFieldNames.IsValid(name) ? name : throw arguments.Wrong("the name of a header field before");
    }
}
