using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ImapAsync;

/// <summary>
/// The positions of one part's fields, found in one pass on the first access, so that no field is searched for twice.
/// There are many parts, so each position takes one octet if the field is close enough to the first. Thread-safe:
/// concurrent writers write the same values.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal struct BodyFieldIndex
{
    private const int Slots = 12;
    private const byte Absent = 0;
    private const byte Far = byte.MaxValue;

    // The origin of the offsets: the first field, at offset 1; 0 until it is known.
    private int _origin;
    private Distances _distances;

    /// <summary>Finds the fields.</summary>
    /// <param name="octets">The octets of the whole structure.</param>
    /// <param name="start">Where the part begins.</param>
    /// <param name="shape">The part's shape.</param>
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

    /// <summary>Returns the value of a field that is not NIL; missing if the part does not have it.</summary>
    public readonly ResponseValue Find(ReadOnlySpan<byte> octets, int start, BodyShape shape, BodyField field) =>
        _distances[SlotOf(field)] switch
        {
            Absent => default,
            Far => BodyStructureReader.Field(octets[start..], shape, field),
            byte distance => ResponseValue.At(octets, _origin + distance - 1),
        };

    // An embedded message is read once, and only texts have lines, though some servers count them elsewhere.
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
