using System.Text;

namespace ImapAsync;

/// <summary>Formats section-spec (RFC 9051 §9).</summary>
internal static class BodySectionFormat
{
    public static string Print(BodySection section)
    {
        StringBuilder text = new();
        foreach (int number in section.PartNumbers)
            text.Append(text.Length > 0 ? "." : "").Append(number);
        if (section.Kind != BodySectionText.Full)
            text.Append(text.Length > 0 ? "." : "").Append(Keyword(section.Kind));
        if (section.FieldNames.Count == 0)
            return text.ToString();

        string separator = " (";
        foreach (string name in section.FieldNames)
        {
            HeaderFieldNames.Append(text.Append(separator), name);
            separator = " ";
        }

        return text.Append(')').ToString();
    }

    private static string Keyword(BodySectionText text) => text switch
    {
        BodySectionText.Header => "HEADER",
        BodySectionText.HeaderFields => "HEADER.FIELDS",
        BodySectionText.HeaderFieldsNot => "HEADER.FIELDS.NOT",
        BodySectionText.Text => "TEXT",
        BodySectionText.Mime => "MIME",
        _ => "",
    };
}
