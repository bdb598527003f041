using System.Runtime.InteropServices;
using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// Decides whether a literal is the value of an item that can be streamed, and not, for example, a subject in an
/// ENVELOPE. It keeps its position, so that a response with a thousand literals is walked once.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal struct StreamedLiteralFinder
{
    private int _position;
    private int _depth;
    private int _nameStart;

    private StreamedLiteralFinder(int depth)
    {
        _depth = depth;
        _nameStart = -1;
    }

    /// <summary>For a response from its start.</summary>
    public static StreamedLiteralFinder Start { get; } = new(0);

    /// <summary>For what follows a streamed literal.</summary>
    public static StreamedLiteralFinder Continue { get; } = new(1);

    /// <summary>Decides about the literal whose header ends the octets.</summary>
    /// <param name="octets">
    /// The response without <c>* </c>, or what follows the last streamed literal; on each call the same octets and
    /// more.
    /// </param>
    /// <param name="sections">The sections seen before.</param>
    /// <param name="literal">The section whose value the literal is.</param>
    public bool TryFind(ReadOnlySpan<byte> octets, BodySectionCache sections, out StreamedLiteral literal)
    {
        literal = default;
        if (_depth == 0 && !TryEnter(octets))
            return false;

        while (_position < octets.Length)
        {
            if (!Step(octets))
                return _depth == 1 && _nameStart >= 0 && TryRead(octets, sections, out literal);
        }

        return false;
    }

    private bool TryEnter(ReadOnlySpan<byte> octets)
    {
        UntaggedResponse response = new(octets, ImapLimits.Default);
        if (response.Number is null || response.Kind != ResponseKind.Fetch)
            return false;
        _position = FetchItemReader.FirstStart(octets, response.Arguments.Position);
        _depth = 1;
        return true;
    }

    // Returns false at the literal that ends the octets.
    private bool Step(ReadOnlySpan<byte> octets)
    {
        switch (octets[_position])
        {
            case (byte)'(':
                StepIntoList(octets);
                return true;
            case (byte)')':
                _depth = Math.Max(1, _depth - 1);
                _position++;
                return true;
            case (byte)'"':
                int length = QuotedToken.Length(octets[(_position + 1)..], out _);
                Skip(length < 0 ? 1 : length + 2);
                return true;
            case (byte)'{' or (byte)'~' when LiteralHeader.TryParse(octets[_position..], out LiteralHeader header):
                if (header.Size > octets.Length - _position - header.Length
                    || _position + header.Length == octets.Length)
                {
                    return false;
                }

                Skip(header.Length + (int)header.Size);
                return true;
            case (byte)' ' or (byte)'\r' or (byte)'\n':
                _position++;
                return true;
            default:
                StepOverAtom(octets);
                return true;
        }
    }

    // A complete list among the items is skipped; the one that contains the literal is walked.
    private void StepIntoList(ReadOnlySpan<byte> octets)
    {
        if (_depth == 1 && !IsBehindName(octets) && FetchItemName.SkipParentheses(octets, _position) is int inside
            && inside > _position)
        {
            Skip(inside - _position);
            return;
        }

        bool isGlued = false;
        int end = _depth == 1 ? ListScanner.End(octets, _position, depth: 0, out isGlued) : -1;
        if (end < 0 && isGlued && _nameStart >= 0)
        {
            end = new StructureRepair(octets, [], new RepairWork(octets.Length))
                .End(_position, new FetchItemName(octets[_nameStart..]).Kind);
        }

        if (end < 0)
        {
            _depth++;
            end = _position + 1;
        }

        _nameStart = -1;
        _position = end;
    }

    // A number and NIL are values: what follows them belongs to the next item.
    private readonly bool IsBehindName(ReadOnlySpan<byte> octets) =>
        _nameStart >= 0 && char.IsAsciiLetter((char)octets[_nameStart])
        && !new ResponseValue(octets[_nameStart..ValueScanner.End(octets, _nameStart)]).IsNil;

    private void StepOverAtom(ReadOnlySpan<byte> octets)
    {
        if (_depth > 1)
        {
            Skip(ValueScanner.End(octets, _position) - _position);
            return;
        }

        int start = _position;
        int length = new FetchItemName(octets[start..]).Octets.Length;
        Skip(Math.Max(1, length));
        _nameStart = start;
    }

    private void Skip(int count)
    {
        _position += count;
        _nameStart = -1;
    }

    private readonly bool TryRead(ReadOnlySpan<byte> octets, BodySectionCache sections, out StreamedLiteral literal)
    {
        literal = default;
        FetchItemName name = new(octets[_nameStart..]);
        if (name.Kind != FetchItemKinds.Section || !sections.TryRead(name.Section, out BodySection? section))
            return false;
        if (!StreamedLiteral.IsStreamable(section))
            return false;
        literal = new StreamedLiteral(_nameStart, section, name.Origin, name.IsBinary);
        return true;
    }
}
