namespace ImapAsync;

/// <summary>The element of a message or part that a section names (section-text, RFC 9051 §9).</summary>
internal enum BodySectionText : byte
{
    Full,
    Header,
    HeaderFields,
    HeaderFieldsNot,
    Text,
    Mime,
}
