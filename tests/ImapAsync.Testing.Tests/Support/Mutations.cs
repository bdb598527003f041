namespace ImapAsync.Testing.Tests;

/// <summary>Texts with pieces removed, inserted and doubled, the same in each run.</summary>
internal static class Mutations
{
    /// <summary>Variants of the text, each with up to four changes.</summary>
    /// <param name="text">What is changed.</param>
    /// <param name="pieces">What is inserted, besides single octets.</param>
    /// <param name="count">How many variants.</param>
    public static IEnumerable<string> Of(string text, string[] pieces, int count)
    {
        Random random = new(20_260_228);
        for (int i = 0; i < count; i++)
        {
            string mutated = text;
            for (int changes = random.Next(1, 5); changes > 0; changes--)
                mutated = Change(mutated, pieces, random);
            yield return mutated;
        }
    }

    private static string Change(string text, string[] pieces, Random random)
    {
        int at = random.Next(text.Length + 1);
        int length = random.Next(Math.Min(40, text.Length - at) + 1);
        return random.Next(4) switch
        {
            0 => text.Remove(at, length),
            1 => text.Insert(at, pieces[random.Next(pieces.Length)]),
            2 => text.Insert(at, ((char)random.Next(256)).ToString()),
            _ => text.Insert(at, text.Substring(at, length)),
        };
    }
}
