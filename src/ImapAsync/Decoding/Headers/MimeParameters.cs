using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace ImapAsync;

/// <summary>
/// The parameters of a Content-Type or Content-Disposition: names ignore case, values are text. Continuations, charsets
/// and percent escapes (RFC 2231) are decoded, and so are encoded words (RFC 2047), which do not belong in parameters
/// but are common there. Of several parameters with the same name the first counts.
/// </summary>
public sealed class MimeParameters : IReadOnlyDictionary<string, string>
{
    // Most parts have one parameter, which needs no decoding: it is stored here, without a table.
    private readonly MimeParameterTable? _table;
    private readonly KeyValuePair<string, string> _only;

    /// <summary>
    /// Creates parameters as they stand in a header or in BODYSTRUCTURE, with values unquoted: <c>filename*0*</c> is a
    /// name here.
    /// </summary>
    public MimeParameters(IEnumerable<KeyValuePair<string, string>> raw) => _table = new MimeParameterTable([.. raw]);

    private MimeParameters(MimeParameterTable table) => _table = table;

    private MimeParameters(KeyValuePair<string, string> only) => _only = only;

    /// <summary>An empty set of parameters.</summary>
    public static MimeParameters Empty { get; } = new(new MimeParameterTable([]));

    /// <summary>The parameters as sent, neither joined nor decoded, in their order.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Raw => _table?.Raw ?? [_only];

    /// <summary>The number of parameters after joining continuations.</summary>
    public int Count => _table?.Decoded.Length ?? 1;

    /// <summary>The names, without their RFC 2231 marks, in their order.</summary>
    public IEnumerable<string> Keys => All.Select(parameter => parameter.Key);

    /// <summary>The decoded values, in the order of <see cref="Keys"/>.</summary>
    public IEnumerable<string> Values => All.Select(parameter => parameter.Value);

    private KeyValuePair<string, string>[] All => _table?.Decoded ?? [_only];

    private ReadOnlySpan<KeyValuePair<string, string>> Decoded =>
        _table is null ? new ReadOnlySpan<KeyValuePair<string, string>>(in _only) : _table.Decoded;

    /// <summary>The decoded value of the parameter with this name, ignoring case.</summary>
    /// <exception cref="KeyNotFoundException">
    /// There is none; <see cref="TryGetValue"/> returns false instead.
    /// </exception>
    public string this[string key] =>
        TryGetValue(key, out string? value)
            ? value
            : throw new KeyNotFoundException($"There is no parameter \"{key}\": use TryGetValue to test for one.");

    /// <inheritdoc/>
    public bool ContainsKey(string key) => TryGetValue(key, out _);

    /// <inheritdoc/>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out string value)
    {
        foreach (KeyValuePair<string, string> parameter in Decoded)
        {
            if (!parameter.Key.Equals(key, StringComparison.OrdinalIgnoreCase))
                continue;
            value = parameter.Value;
            return true;
        }

        value = null;
        return false;
    }

    /// <summary>A file name; null if there is none or it is empty.</summary>
    internal string? FileName(string key) =>
        TryGetValue(key, out string? name) && !string.IsNullOrWhiteSpace(name) ? name : null;

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() =>
        ((IEnumerable<KeyValuePair<string, string>>)All).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The decoded parameters, such as <c>charset="utf-8"; name="a.txt"</c>.</summary>
    public override string ToString() =>
        string.Join("; ", All.Select(parameter => $"{parameter.Key}=\"{parameter.Value}\""));

    /// <summary>The parameters in a parameter list of BODYSTRUCTURE.</summary>
    internal static MimeParameters Of(ReadOnlySpan<KeyValuePair<string, string>> raw) => raw switch
    {
        [] => Empty,
        [var only] when MimeParameterDecoder.IsPlain(only) => new MimeParameters(only),
        _ => new MimeParameters(new MimeParameterTable(raw.ToArray())),
    };
}
