using System.Text;

namespace ImapAsync;

/// <summary>
/// Reads what is not UTF-8 as windows-1252, octet by octet, so that no text is lost and nothing must be held back for
/// the decision.
/// </summary>
internal sealed class Windows1252Fallback : DecoderFallback
{
    // The longest sequence that can start validly and still be invalid.
    public override int MaxCharCount => 3;

    public override DecoderFallbackBuffer CreateFallbackBuffer() => new Buffer();

    private sealed class Buffer : DecoderFallbackBuffer
    {
        // 0x80 to 0x9F; the five unassigned octets remain the C1 controls that they are in Latin-1.
        private const string HighControls =
            "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F" +
            "\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";

        private byte[] _octets = [];
        private int _next;

        public override int Remaining => _octets.Length - _next;

        public override bool Fallback(byte[] bytesUnknown, int index)
        {
            _octets = bytesUnknown;
            _next = 0;
            return true;
        }

        public override char GetNextChar()
        {
            if (_next >= _octets.Length)
                return '\0';
            byte octet = _octets[_next++];
            return octet is >= 0x80 and < 0xA0 ? HighControls[octet - 0x80] : (char)octet;
        }

        public override bool MovePrevious()
        {
            if (_next == 0)
                return false;
            _next--;
            return true;
        }

        public override void Reset()
        {
            _octets = [];
            _next = 0;
        }
    }
}
