using System.Buffers;
using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// Writes mailbox names and patterns as tokens: an atom if possible, otherwise quoted, otherwise a literal.
/// </summary>
internal static class MailboxTokens
{
    private const int LongestShown = 100;

    public static CommandEncoder Write(CommandEncoder encoder, MailboxName name, bool wildcards)
    {
        byte[] rented = ArrayPool<byte>.Shared.Rent(Math.Max(1, name.GetMaxByteCount(encoder.Utf8)));
        ReadOnlySpan<byte> octets = rented.AsSpan(0, name.Encode(rented, encoder.Utf8));
        if (IsAtom(octets, wildcards))
        {
            encoder.Word(octets);
        }
        else if (octets.IndexOfAny(CharacterClasses.NeverInLineOctets) < 0
            && (encoder.Utf8 || System.Text.Ascii.IsValid(octets)))
        {
            WriteQuoted(encoder.Token(), octets);
        }
        else
        {
            encoder.Literal(ImapLiteral.From(WithoutNul(octets, name).ToArray().AsMemory()));
        }

        ArrayPool<byte>.Shared.Return(rented);
        return encoder;
    }

    // Such a name can only have come from a server. For a server written in C it ends at the NUL: the command would
    // reach another mailbox.
    private static ReadOnlySpan<byte> WithoutNul(ReadOnlySpan<byte> octets, MailboxName name)
    {
        int found = octets.IndexOf((byte)0);
        if (found < 0)
            return octets;
        throw new ArgumentException(
            $"There is a NUL at position {found} of the mailbox name "
            + $"\"{LogText.Line(name.ToString(), LongestShown)}\", as the server sent it: no IMAP string can hold it, "
            + "so the mailbox cannot be named in a command.",
            nameof(name));
    }

    private static bool IsAtom(ReadOnlySpan<byte> octets, bool wildcards)
    {
        if (octets.IsEmpty || Ascii.EqualsIgnoreCase(octets, "NIL"u8))
            return false;
        if (!wildcards)
            return octets.IndexOfAnyExcept(CharacterClasses.AtomOctets) < 0;
        foreach (byte octet in octets)
        {
            if (!CharacterClasses.AtomOctets.Contains(octet) && octet is not ((byte)'*' or (byte)'%'))
                return false;
        }

        return true;
    }

    private static void WriteQuoted(EncodeBuffer buffer, ReadOnlySpan<byte> octets)
    {
        buffer.Write((byte)'"');
        foreach (byte octet in octets)
        {
            if (octet is (byte)'"' or (byte)'\\')
                buffer.Write((byte)'\\');
            buffer.Write(octet);
        }

        buffer.Write((byte)'"');
    }
}
