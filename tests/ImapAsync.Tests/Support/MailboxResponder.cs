using System.Globalization;
using System.Text;

namespace ImapAsync.Tests;

/// <summary>Answers UID FETCH, UID STORE and UID COPY for a mailbox whose messages have the UIDs 1 to n and generated bodies. Commands are answered in order.</summary>
internal sealed class MailboxResponder(int messages)
{
    public static int SizeOf(Uid uid) => (int)(1000 + (uid.Value * 7919 % 9000));

    public async Task ServeAsync(ScriptedServer server, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            string line;
            try
            {
                line = await server.ReceiveLineAsync(cancellationToken);
            }
            catch (OperationCanceledException)
            {
                return;
            }

            string[] words = line.Split(' ', 5);
            if (words[2] == "COPY")
            {
                await server.SendAsync($"{words[0]} OK [COPYUID 1 {words[3]} {uint.Parse(words[3], CultureInfo.InvariantCulture) + 100_000}] done\r\n");
                continue;
            }

            foreach (Uid uid in UidSet.Parse(words[3]).Resolve(new Uid((uint)messages)))
                await server.SendAsync(words[2] == "STORE" ? Encoding.ASCII.GetBytes($"* {uid} FETCH (UID {uid} FLAGS (\\Seen))\r\n") : Fetched(uid, words[4]));
            await server.SendAsync($"{words[0]} OK done\r\n");
        }
    }

    private static byte[] Fetched(Uid uid, string items)
    {
        int size = SizeOf(uid);
        if (!items.Contains("BODY.PEEK[]", StringComparison.Ordinal))
            return Encoding.ASCII.GetBytes($"* {uid} FETCH (UID {uid} RFC822.SIZE {size})\r\n");
        return [.. Encoding.ASCII.GetBytes($"* {uid} FETCH (UID {uid} FLAGS () BODY[] {{{size}}}\r\n"), .. new byte[size], .. ")\r\n"u8];
    }
}
