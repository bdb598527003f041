using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// Identifies the client to the server, and asks for the server's identification (ID, RFC 2971). The value is the
/// server's identification, by field, ignoring case: <c>name</c>, <c>version</c>, <c>vendor</c>, … Some servers require
/// it before they accept a login.
/// </summary>
public sealed record IdCommand : ImapCommand<IReadOnlyDictionary<string, string?>>
{
    private const int MostFields = 30;
    private const int LongestField = 30;
    private const int LongestValue = 1024;

    /// <summary>Creates the command.</summary>
    /// <param name="fields">
    /// The client's identification: at most 30 fields with names of at most 30 octets and values of at most 1024
    /// octets; null or empty to send none. A field without a value is left out.
    /// </param>
    /// <exception cref="ArgumentException">The fields exceed these limits.</exception>
    public IdCommand(IReadOnlyDictionary<string, string?>? fields = null)
        : base("ID")
    {
        Fields = fields ?? new Dictionary<string, string?>();
        if (Fields.Count > MostFields
            || Fields.Any(
                static field => field.Key.Length is 0 or > LongestField
                    || System.Text.Encoding.UTF8.GetByteCount(field.Value ?? "") > LongestValue))
        {
            throw new ArgumentException(
                $"ID allows at most {MostFields} fields, with names of 1 to {LongestField} octets and values of at "
                + $"most {LongestValue} (RFC 2971 §3.3): leave some out.",
                nameof(fields));
        }
    }

    /// <summary>The client's identification.</summary>
    public IReadOnlyDictionary<string, string?> Fields { get; }

    /// <inheritdoc/>
    protected internal override string DefinedBy => Capability.Id;

    /// <inheritdoc/>
    protected internal override CommandTraits Traits => CommandTraits.Idempotent;

    /// <inheritdoc/>
    protected internal override string OwnedResponse => "ID";

    /// <inheritdoc/>
    protected internal override void WriteArguments(CommandEncoder encoder)
    {
        // A field of NIL says nothing (RFC 2971 §3.3), and Cyrus fails on it. Exchange does not accept "()".
        KeyValuePair<string, string?>[] told = [.. Fields.Where(static field => field.Value is not null)];
        if (told.Length == 0)
        {
            encoder.Word("NIL"u8);
            return;
        }

        encoder.BeginList();
        foreach ((string field, string? value) in told)
            encoder.String(field).NString(value);
        encoder.EndList();
    }

    /// <inheritdoc/>
    protected internal override ResponseCollector<IReadOnlyDictionary<string, string?>> CreateCollector() =>
        new Collector();

    private sealed class Collector : ResponseCollector<IReadOnlyDictionary<string, string?>>
    {
        private readonly Dictionary<string, string?> _fields = new(StringComparer.OrdinalIgnoreCase);

        // id_params_list = "(" *(string SPACE nstring) ")" / nil
        protected internal override bool TryCollect(in UntaggedResponse response)
        {
            if (response.Kind != ResponseKind.Id)
                return false;
            ImapTokenReader reader = response.Arguments;
            bool isNil = false;
            while (reader.TryReadNil())
                isNil = true;
            if (reader.End)
                return true;

            Damage damage = default;
            PairReader pairs = new(isNil ? default : reader.ListOctets);
            if (isNil || reader.ListOctets.IsEmpty)
                damage.Note("a list of fields or NIL", reader.Remaining);
            while (pairs.MoveNext(ref damage))
            {
                if (pairs.Value.IsList)
                    damage.Note("a string or NIL", pairs.Value.Octets);
                else if (!pairs.Name.IsNil)
                    Add(pairs.Name.String.ToString(), pairs.Value, ref damage);
            }

            damage.ThrowIfAny();
            return true;
        }

        internal override bool HasPart(ResponseCode? code) => _fields.Count > 0;

        private void Add(string name, ResponseValue value, ref Damage damage)
        {
            if (!_fields.TryAdd(name, value.Text) && _fields[name] != value.Text)
                damage.Note($"one value of {name}", value.Octets);
        }

        protected internal override IReadOnlyDictionary<string, string?> Complete(ResponseCode? code) => _fields;
    }
}
