namespace ImapAsync.Benchmarks;

/// <summary>The vocabulary of the recorded mail.</summary>
internal static class Words
{
    public static readonly string[] GivenNames =
        ["Anna", "Björn", "Chloé", "Dmitri", "Emeka", "Françoise", "Grace", "Håkon", "Ingrid", "José", "Katarzyna", "Liam", "Miriam", "Noël", "Olga", "Pavel", "Quentin", "Rosa", "Søren", "Tomáš"];

    public static readonly string[] FamilyNames =
        ["Abara", "Bergström", "Castillo", "Dubois", "Eriksen", "Fischer", "García", "Hoffmann", "Ivanova", "Jensen", "Kowalski", "Lindqvist", "Müller", "Nakamura", "O'Brien", "Petrov", "Quispe", "Rossi", "Šimek", "Tanaka"];

    public static readonly string[] Domains = ["example.org", "example.com", "mail.example.net", "lists.example.org", "corp.example.com", "uni.example.edu"];

    public static readonly string[] Topics =
        ["quarterly report", "minutes of the meeting", "invoice", "travel plan", "build failed on main", "lunch on Friday", "contract draft", "photos from the weekend", "server maintenance", "request for comments",
         "Übersicht der Rechnungen", "réunion de lundi", "отчёт за неделю", "見積書の件", "propuesta económica", "newsletter", "delivery of your order", "password policy", "offsite agenda", "survey results"];

    public static readonly string[] FileNames =
        ["report.pdf", "minutes.docx", "budget-2026.xlsx", "photo.jpg", "Überweisung.pdf", "contract-signed.pdf", "slides.pptx", "logs.txt.gz", "invite.ics", "patch.diff"];

    public static readonly string[] Filler =
        ["the", "and", "we", "should", "please", "find", "attached", "report", "for", "next", "week", "meeting", "budget", "team", "customer", "review", "thanks", "regards", "before", "after", "server", "update", "will", "be", "sent"];

    public static readonly string[] Keywords = ["$Forwarded", "$Junk", "$NotJunk", "Work", "Later"];
}
