using System.Buffers;
using System.Collections.Concurrent;

namespace ImapAsync.Benchmarks;

/// <summary>The answers to LIST, with or without the status of each mailbox (RFC 5819).</summary>
internal static class ListAnswers
{
    private static readonly ConcurrentDictionary<(int Count, bool WithStatus), byte[]> Made = [];

    public static ReadOnlyMemory<byte> Of(int count, bool withStatus) => Made.GetOrAdd((count, withStatus), static key => Make(key.Count, key.WithStatus));

    private static byte[] Make(int count, bool withStatus)
    {
        ArrayBufferWriter<byte> output = new();
        for (int number = 1; number <= count; number++)
        {
            Dice dice = Dice.Of(5, number);
            string name = $"list-{count}/{dice.Of(Words.Domains)}/{dice.Of(Words.Filler)}/{number}";
            string attributes = dice.Chance(70) ? "\\HasNoChildren" : dice.Chance(50) ? "\\HasChildren" : "\\HasNoChildren \\Subscribed";
            output.Put($"* LIST ({attributes}) \"/\" \"{name}\"\r\n");
            if (withStatus)
                output.Put($"* STATUS \"{name}\" (MESSAGES {dice.Below(20_000)} UIDNEXT {dice.Below(90_000) + 1} UIDVALIDITY {1_700_000_000 + number} UNSEEN {dice.Below(200)})\r\n");
        }

        return output.WrittenSpan.ToArray();
    }
}
