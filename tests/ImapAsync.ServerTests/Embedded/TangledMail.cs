using System.Text;

namespace ImapAsync.ServerTests.Embedded;

/// <summary>Conversations in disorder: references that are truncated, wrong, circular, or to messages that do not exist; few subjects and few dates.</summary>
internal static class TangledMail
{
    private static readonly string[] Subjects = ["tea", "Re: tea", "Fwd: tea", "[list] Re: milk", "milk", "Re: Re: sugar (fwd)", "[fwd: salt]", "salt", "Re:", "", "honey", "jam", "oil"];

    /// <summary>The same messages for the same seed.</summary>
    public static IReadOnlyList<AppendMessage> Generate(int seed, int count)
    {
        Random random = new(seed);
        return [.. Enumerable.Range(1, count).Select(number => Message(random, number, count))];
    }

    private static AppendMessage Message(Random random, int number, int count)
    {
        StringBuilder text = new($"Date: {random.Next(1, 28)} Feb 2026 1{random.Next(2)}:00:00 +0{random.Next(3)}00\nFrom: a@x.example\nSubject: {Subjects[random.Next(Subjects.Length)]}\n");
        if (random.Next(12) > 0)
            text.Append($"Message-ID: {Id(random.Next(15) > 0 ? number : random.Next(count))}\n");
        if (random.Next(3) > 0)
            text.Append($"References: {string.Join("\n ", Enumerable.Range(0, random.Next(1, 5)).Select(_ => Id(random.Next(1, count + 5))))}\n");
        if (random.Next(3) == 0)
            text.Append($"In-Reply-To: {Id(random.Next(1, count + 5))}\n");
        return new AppendMessage(Encoding.ASCII.GetBytes(text.Append("\ntext\n").ToString().ReplaceLineEndings("\r\n")))
        {
            InternalDate = new DateTimeOffset(2026, 2, random.Next(1, 28), 12, 0, number % 60, TimeSpan.Zero),
        };
    }

    private static string Id(int number) => $"<{number}@x.example>";
}
