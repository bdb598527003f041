namespace ImapAsync;

/// <summary>
/// Some servers repeat the line that they do not understand, or the password that they reject. What the server sends
/// ends up in exceptions and logs: a repeated secret is masked before anything reads it.
/// </summary>
internal static class SecretEcho
{
    // Shorter ones occur by chance in half of what a server sends, such as OK.
    private const int Shortest = 4;

    /// <summary>
    /// The response in a form that may be shown: the octets themselves, or a copy if a command in flight finds its
    /// secret in them.
    /// </summary>
    public static ReadOnlySpan<byte> Hide(ReadOnlySpan<byte> response, PendingCommand? first)
    {
        byte[]? copy = null;
        for (PendingCommand? command = first; command is not null; command = command.Next)
        {
            foreach (byte[] secret in command.Command.Secrets)
            {
                if (secret.Length >= Shortest && (copy ?? response).IndexOf(secret) >= 0)
                    Overwrite(copy ??= response.ToArray(), secret);
            }
        }

        return copy ?? response;
    }

    private static void Overwrite(Span<byte> octets, ReadOnlySpan<byte> secret)
    {
        while (octets.IndexOf(secret) is >= 0 and int at)
        {
            octets.Slice(at, secret.Length).Fill((byte)'*');
            octets = octets[(at + secret.Length)..];
        }
    }
}
