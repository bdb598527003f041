namespace ImapAsync.Testing;

/// <summary>The authors and subjects of generated mail.</summary>
internal static class Cast
{
    public static readonly Person[] People =
    [
        new("Ada Byron", "ada@example.org"), new("Björn Åkesson", "bjorn@example.net"),
        new("Chidi Okafor", "chidi@example.com"), new("Dagmar Novák", "dagmar@example.org"),
        new("Eiko Tanaka", "eiko@example.net"), new("Farid Haddad", "farid@example.com"),
        new("Grace Lin", "grace@example.org"), new("Hanna Kowalska", "hanna@example.net"),
    ];

    public static readonly string[] Subjects =
    [
        "Plan for the harbour office", "Minutes of Tuesday", "Invoice 2041", "Dinner on Saturday?",
        "Überarbeiteter Entwurf", "The new printers", "Travel to Lisbon", "Réunion du conseil", "Quarterly figures",
        "Lost umbrella", "Release on Thursday", "Übergabe der Schlüssel", "A question about the contract",
        "Photos from the garden", "Server move", "Training for beginners", "Welcome aboard", "見積もりの件",
    ];

    public static readonly string[] Sentences =
    [
        "Thank you for the quick answer.", "I have looked through the papers and have two remarks.",
        "Could we move this to next week?", "The figures are in the attachment.", "Nobody has complained so far.",
        "Please tell the others as well.", "I am on the train and cannot open the file.",
        "That was decided at the last meeting.", "There is still a seat left.",
        "As to the price, I would wait for the second offer.", "Grüße aus dem Norden.", "See you on Monday.",
        "The door is locked after six.", "It worked at the second attempt.", "I shall bring the drawings.",
        "Let me know whether that suits you.",
    ];
}
