namespace ImapAsync.Testing;

/// <summary>The search keys for text (RFC 9051 §6.4.4).</summary>
internal static class TextKeys
{
    /// <summary>Null if it is not such a key.</summary>
    public static SearchCriterion? Read(string key, ref SearchArgumentReader arguments) => key switch
    {
        "BCC" or "CC" or "FROM" or "TO" => Addresses(key, ReadText(ref arguments)),
        "SUBJECT" => Field(key, ReadText(ref arguments)),
        "HEADER" => Field(arguments.ReadText("the name of a header field"), ReadText(ref arguments)),
        "BODY" => Body(ReadText(ref arguments)),
        "TEXT" => Text(ReadText(ref arguments)),
        _ => null,
    };

    private static string ReadText(ref SearchArgumentReader arguments) =>
        CaseMap.Fold(arguments.ReadText("a text to search for"));

    private static SearchCriterion Addresses(string name, string text) =>
        subject => subject.AddressesContain(name, text);

    private static SearchCriterion Field(string name, string text) => subject => subject.FieldContains(name, text);

    private static SearchCriterion Body(string text) => subject => subject.BodyContains(text);

    private static SearchCriterion Text(string text) => subject => subject.TextContains(text);
}
