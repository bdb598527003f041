namespace ImapAsync.Benchmarks;

/// <summary>Generates messages that look like real mail: most are text and HTML, many have attachments, some are forwarded within another.</summary>
internal sealed class MailMaker(Dice dice)
{
    private static readonly DateTimeOffset Start = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <param name="octets">The approximate size of the message.</param>
    public Mail Make(long octets)
    {
        string subject = dice.Of(Words.Topics);
        string id = $"<{dice.Next():x16}.{dice.Below(1 << 30)}@{dice.Of(Words.Domains)}>";
        string? parent = dice.Chance(40) ? $"<{dice.Next():x16}@{dice.Of(Words.Domains)}>" : null;
        if (parent is not null)
            subject = "Re: " + subject;
        if (dice.Chance(30))
            subject += $" ({dice.Below(90000) + 1000})";
        DateTimeOffset date = Start.AddSeconds(dice.Below(40_000_000)).ToOffset(TimeSpan.FromHours(dice.Between(-8, 9)));
        return new Mail(date, subject, MakeAddress(), MakeAddresses(1, 4), MakeAddresses(-2, 3), id, parent, MakeRoot(octets, nested: false));
    }

    private MailAddress[] MakeAddresses(int least, int most) => [.. Enumerable.Range(0, Math.Max(0, dice.Between(least, most))).Select(_ => MakeAddress())];

    private MailAddress MakeAddress()
    {
        string given = dice.Of(Words.GivenNames);
        string family = dice.Of(Words.FamilyNames);
        string local = new([.. $"{given}.{family}".ToLowerInvariant().Where(char.IsAscii).Where(c => char.IsLetter(c) || c == '.')]);
        return new MailAddress(dice.Chance(85) ? $"{given} {family}" : null, local, dice.Of(Words.Domains));
    }

    private MailPart MakeRoot(long octets, bool nested)
    {
        int kind = dice.Below(100);
        if (kind < 20)
            return MakeText(octets);
        if (kind < 50)
            return MakeAlternative(octets);
        if (kind >= 92 && !nested)
            return MakeMultipart("mixed", [MakeText(octets / 8), MakeForwarded(octets - (octets / 8))]);

        MailPart alternative = MakeAlternative(Math.Min(octets / 4, 20_000));
        long left = octets - Math.Min(octets / 4, 20_000);
        return dice.Chance(50)
            ? MakeMultipart("mixed", [alternative, MakeAttachment(left)])
            : MakeMultipart("mixed", [alternative, MakeAttachment(left / 2), MakeAttachment(left / 2)]);
    }

    private MailPart MakeAlternative(long octets) => MakeMultipart("alternative", [MakeText(octets / 4), MakeHtml(octets - (octets / 4))]);

    private MailPart MakeMultipart(string subtype, IReadOnlyList<MailPart> children) =>
        new("multipart", subtype) { Children = children, Boundary = $"----=_Part_{dice.Below(1 << 30)}_{dice.Next():x}" };

    private static int LinesOf(long octets) => (int)Math.Max(1, octets / 78);

    private MailPart MakeText(long octets) => new("text", "plain") { Encoding = dice.Chance(60) ? "quoted-printable" : "7bit", Lines = LinesOf(octets) };

    private static MailPart MakeHtml(long octets) => new("text", "html") { Encoding = "quoted-printable", Lines = LinesOf(octets) };

    private MailPart MakeForwarded(long octets) =>
        new("message", "rfc822") { Embedded = new MailMaker(dice).MakeInner(octets), Lines = LinesOf(octets), IsInline = true };

    private Mail MakeInner(long octets)
    {
        string id = $"<{dice.Next():x16}@{dice.Of(Words.Domains)}>";
        return new Mail(Start.AddSeconds(dice.Below(30_000_000)), dice.Of(Words.Topics), MakeAddress(), MakeAddresses(1, 2), [], id, null, MakeRoot(octets, nested: true));
    }

    private MailPart MakeAttachment(long octets)
    {
        string name = dice.Of(Words.FileNames);
        (string type, string subtype) = Path.GetExtension(name) switch
        {
            ".jpg" => ("image", "jpeg"),
            ".pdf" => ("application", "pdf"),
            ".ics" => ("text", "calendar"),
            ".diff" => ("text", "x-patch"),
            _ => ("application", "octet-stream"),
        };
        return new MailPart(type, subtype) { Encoding = "base64", FileName = name, Lines = LinesOf(octets), IsInline = dice.Chance(15) };
    }
}
