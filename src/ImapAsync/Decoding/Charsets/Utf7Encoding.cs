using System.Text;

namespace ImapAsync;

/// <summary>
/// Reads UTF-7 (RFC 2152). .NET refuses it because guessing it is dangerous on the Web; in mail it is read only if a
/// part declares it.
/// </summary>
internal sealed class Utf7Encoding : Encoding
{
    public override string WebName => "utf-7";

    public override string EncodingName => "utf-7";

    public override int GetMaxCharCount(int byteCount) => byteCount + 1;

    public override int GetMaxByteCount(int charCount) => throw NotWritten();

    public override int GetByteCount(char[] chars, int index, int count) => throw NotWritten();

    public override int GetBytes(char[] chars, int charIndex, int charCount, byte[] bytes, int byteIndex) =>
        throw NotWritten();

    public override int GetCharCount(byte[] bytes, int index, int count) =>
        default(Utf7State).Decode(bytes.AsSpan(index, count), destination: null, 0, flush: true);

    public override int GetChars(byte[] bytes, int byteIndex, int byteCount, char[] chars, int charIndex) =>
        default(Utf7State).Decode(bytes.AsSpan(byteIndex, byteCount), chars, charIndex, flush: true);

    public override Decoder GetDecoder() => new StreamingDecoder();

    private static NotSupportedException NotWritten() => new("UTF-7 can only be read: write UTF-8 instead.");

    private sealed class StreamingDecoder : Decoder
    {
        private Utf7State _state;

        public override int GetCharCount(byte[] bytes, int index, int count) =>
            GetCharCount(bytes, index, count, flush: false);

        public override int GetCharCount(byte[] bytes, int index, int count, bool flush)
        {
            Utf7State trial = _state;
            return trial.Decode(bytes.AsSpan(index, count), destination: null, 0, flush);
        }

        public override int GetChars(byte[] bytes, int byteIndex, int byteCount, char[] chars, int charIndex) =>
            GetChars(bytes, byteIndex, byteCount, chars, charIndex, flush: false);

        public override int GetChars(
            byte[] bytes, int byteIndex, int byteCount, char[] chars, int charIndex, bool flush) =>
            _state.Decode(bytes.AsSpan(byteIndex, byteCount), chars, charIndex, flush);

        public override void Reset() => _state = default;
    }
}
