using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ImapAsync;

/// <summary>
/// Where the fields of one part stand, found in one pass when the first of them is asked for, so that none is looked
/// for again. There are many parts: an octet for each field is enough where the field is not too far behind the first.
/// Safe for all threads: who writes at the same time writes the same.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal struct BodyFieldIndex
{
    private const int Slots = 12;
    private const byte Absent = 0;
    private const byte Far = byte.MaxValue;

    // What the distances are counted from: the first field, so that it is at 1; 0 until that is known.
    private int _origin;
    private Distances _distances;

    /// <summary>Finds the fields.</summary>
    /// <param name="octets">All octets.</param>
    /// <param name="start">Where the part begins.</param>
    /// <param name="shape">What it is.</param>
    public void Build(ReadOnlySpan<byte> octets, int start, BodyShape shape)
    {
        if (Volatile.Read(ref _origin) != 0)
            return;

        Distances distances = default;
        BodyFieldReader fields = new(octets[start..], shape);
        int origin = 0;
        while (fields.MoveNext() && fields.Field < BodyField.Extension)
        {
            if (origin == 0)
                origin = fields.Start;
            if (IsIndexed(fields.Field, shape) && !fields.Value.IsNil)
                distances[SlotOf(fields.Field)] = (byte)Math.Min(fields.Start - origin + 1, Far);
        }

        _distances = distances;
        Volatile.Write(ref _origin, start + Math.Max(origin, 1));
    }

    /// <summary>Returns the value of a field that is not NIL; missing where the part has none.</summary>
    public readonly ResponseValue Find(ReadOnlySpan<byte> octets, int start, BodyShape shape, BodyField field) =>
        _distances[SlotOf(field)] switch
        {
            Absent => default,
            Far => BodyStructureReader.Field(octets[start..], shape, field),
            byte distance => ResponseValue.At(octets, _origin + distance - 1),
        };

    // An embedded message is looked for once, and what is no text has no lines, though some servers count them.
    private static bool IsIndexed(BodyField field, BodyShape shape) =>
        field is not (BodyField.Envelope or BodyField.Body) && (field != BodyField.Lines || shape != BodyShape.Basic);

    private static int SlotOf(BodyField field) =>
        field <= BodyField.Size
            ? field - BodyField.Type
            : field - BodyField.Lines + (BodyField.Envelope - BodyField.Type);

    [InlineArray(Slots)]
    private struct Distances
    {
        private byte _first;
    }
}
