using System.Buffers;
using System.Globalization;

namespace ImapAsync.Benchmarks;

/// <summary>Creates the recordings, each from a fixed seed.</summary>
internal static class RecordingFactory
{
    private const ulong Seed = 20261126;

    /// <summary>Every message of the benchmarks: the same one for the same number.</summary>
    public static Mail MailOf(int number, out Dice dice)
    {
        dice = Dice.Of(Seed, number);
        return new MailMaker(dice).Make(SizeOf(number));
    }

    /// <summary>UID, FLAGS, INTERNALDATE, RFC822.SIZE, ENVELOPE and BODYSTRUCTURE.</summary>
    public static Recording Summaries(int count) => Recording.Make(count, static (output, number) =>
    {
        Mail mail = MailOf(number, out Dice dice);
        output.Put($"* {number} FETCH (UID {number} FLAGS ({FlagsOf(dice)}) INTERNALDATE \"{InternalDateOf(mail)}\" RFC822.SIZE {SizeOf(number)} ENVELOPE ");
        SummaryWriter.PutEnvelope(output, mail);
        output.Put(" BODYSTRUCTURE ");
        SummaryWriter.PutStructure(output, mail.Root);
        output.Put(")\r\n");
    });

    public static Recording Flags(int count) => Recording.Make(count, static (output, number) =>
        output.Put($"* {number} FETCH (UID {number} FLAGS ({FlagsOf(Dice.Of(Seed + 1, number))}))\r\n"));

    /// <summary>Whole messages of about 50 KB, the sizes log-normal.</summary>
    public static Recording Bodies(int count) => Recording.Make(count, static (output, number) =>
    {
        byte[] message = MessageOf(number);
        output.Put($"* {number} FETCH (UID {number} BODY[] {{{message.Length}}}\r\n");
        output.Write(message);
        output.Put(")\r\n");
    });

    /// <summary>A whole message.</summary>
    public static byte[] MessageOf(int number)
    {
        Mail mail = MailOf(number, out Dice dice);
        return MessageWriter.ToOctets(mail, dice);
    }

    public static string InternalDateOf(Mail mail) =>
        mail.Date.ToString("dd-MMM-yyyy HH:mm:ss ", CultureInfo.InvariantCulture) + mail.Date.ToString("zzz", CultureInfo.InvariantCulture).Replace(":", "", StringComparison.Ordinal);

    // The mean of a log-normal is exp(mu + sigma²/2).
    private static long SizeOf(int number)
    {
        const double Sigma = 1.2;
        return (long)Math.Exp(Math.Log(52_000) - (Sigma * Sigma / 2) + (Sigma * Dice.Of(Seed + 2, number).Normal()));
    }

    private static string FlagsOf(Dice dice)
    {
        List<string> flags = [];
        if (dice.Chance(75))
            flags.Add("\\Seen");
        if (dice.Chance(25))
            flags.Add("\\Answered");
        if (dice.Chance(8))
            flags.Add("\\Flagged");
        if (dice.Chance(15))
            flags.Add(dice.Of(Words.Keywords));
        return string.Join(' ', flags);
    }
}
