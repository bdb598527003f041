using System.Text;

namespace ImapAsync;

/// <summary>
/// Reads a single-byte charset from a table; below 0xA0 it is ASCII. Used for the charsets that .NET lacks.
/// </summary>
internal sealed class SingleByteEncoding(string table, string name) : Encoding
{
    private const int TableStart = 0xA0;

    public override string WebName => name;

    public override string EncodingName => name;

    public override bool IsSingleByte => true;

    public override int GetMaxCharCount(int byteCount) => byteCount;

    public override int GetMaxByteCount(int charCount) => charCount;

    public override int GetCharCount(byte[] bytes, int index, int count) => count;

    public override int GetByteCount(char[] chars, int index, int count) => count;

    public override int GetChars(byte[] bytes, int byteIndex, int byteCount, char[] chars, int charIndex)
    {
        ReadOnlySpan<byte> source = bytes.AsSpan(byteIndex, byteCount);
        Span<char> destination = chars.AsSpan(charIndex, byteCount);
        for (int i = 0; i < source.Length; i++)
        {
            byte octet = source[i];
            destination[i] = octet < TableStart ? (char)octet : table[octet - TableStart];
        }

        return byteCount;
    }

    public override int GetBytes(char[] chars, int charIndex, int charCount, byte[] bytes, int byteIndex) =>
        throw new NotSupportedException($"{name} can only be read: write UTF-8 instead.");
}
