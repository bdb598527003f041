using System.Runtime.CompilerServices;

namespace ImapAsync;

/// <summary>
/// The positions of an envelope's fields, found in one pass: two octets per field, since there are many envelopes and
/// hardly one of 64 KiB.
/// </summary>
internal struct EnvelopeIndex
{
    private const int Fields = 10;
    private const ushort Absent = 0;
    private const ushort Far = ushort.MaxValue;

    private Distances _distances;

    /// <param name="envelope">The octets from the start of the envelope.</param>
    public EnvelopeIndex(ReadOnlySpan<byte> envelope)
    {
        ListReader fields = EnvelopeReader.Fields(envelope, out int before);
        for (int field = 0; field < Fields && fields.MoveNext(); field++)
        {
            if (!fields.Current.IsNil)
                _distances[field] = (ushort)Math.Min(before + fields.Start, Far);
        }
    }

    /// <summary>Returns the value of a field that is not NIL; missing if the envelope does not have it.</summary>
    public readonly ResponseValue Find(ReadOnlySpan<byte> envelope, EnvelopeField field) =>
        _distances[(int)field] switch
        {
            Absent => default,
            Far => EnvelopeReader.Field(envelope, field),
            ushort distance => ResponseValue.At(envelope, distance),
        };

    [InlineArray(Fields)]
    private struct Distances
    {
        private ushort _first;
    }
}
