using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace ImapAsync;

/// <summary>
/// The parameters of a Content-Type or Content-Disposition: names in any case, values as text. Continuations, charsets
/// and percent escapes (RFC 2231) are undone, and so are encoded words (RFC 2047), which do not belong in parameters
/// and are common there. Of several parameters with one name the first counts.
/// </summary>
public sealed class MimeParameters : IReadOnlyDictionary<string, string>
{
    // Most parts have one parameter, which needs no decoding: it stands here, without a table.
    private readonly MimeParameterTable? _table;
    private readonly KeyValuePair<string, string> _only;

    /// <summary>
    /// Takes parameters as they stand in a header or in BODYSTRUCTURE, values without their quotes: <c>filename*0*</c>
    /// is a name here.
    /// </summary>
    public MimeParameters(IEnumerable<KeyValuePair<string, string>> raw) => _table = new MimeParameterTable([.. raw]);

    private MimeParameters(MimeParameterTable table) => _table = table;

    private MimeParameters(KeyValuePair<string, string> only) => _only = only;

    /// <summary>No parameters.</summary>
    public static MimeParameters Empty { get; } = new(new MimeParameterTable([]));

    /// <summary>The parameters as they were sent, not joined and not decoded, in their order.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Raw => _table?.Raw ?? [_only];

    /// <summary>How many parameters there are once continuations are joined.</summary>
    public int Count => _table?.Decoded.Length ?? 1;

    /// <summary>The names, without their RFC 2231 marks, in their order.</summary>
    public IEnumerable<string> Keys => All.Select(parameter => parameter.Key);

    /// <summary>The decoded values, in the order of <see cref="Keys"/>.</summary>
    public IEnumerable<string> Values => All.Select(parameter => parameter.Value);

    private KeyValuePair<string, string>[] All => _table?.Decoded ?? [_only];

    private ReadOnlySpan<KeyValuePair<string, string>> Decoded =>
        _table is null ? new ReadOnlySpan<KeyValuePair<string, string>>(in _only) : _table.Decoded;

    /// <summary>The decoded value of the parameter with this name, in any case.</summary>
    /// <exception cref="KeyNotFoundException">
    /// There is none; <see cref="TryGetValue"/> asks without failing.
    /// </exception>
    public string this[string key] =>
        TryGetValue(key, out string? value)
            ? value
            : throw new KeyNotFoundException($"There is no parameter \"{key}\" here: ask with TryGetValue.");

    /// <inheritdoc/>
    public bool ContainsKey(string key) => TryGetValue(key, out _);

    /// <inheritdoc/>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out string value)
    {
        foreach (KeyValuePair<string, string> parameter in Decoded)
        {
            if (!parameter.Key.Equals(key, StringComparison.OrdinalIgnoreCase)) continue;
            value = parameter.Value;
            return true;
        }

        value = null;
        return false;
    }

    /// <summary>A file's name: null where there is none, or one of nothing.</summary>
    internal string? FileName(string key) =>
        TryGetValue(key, out string? name) && !string.IsNullOrWhiteSpace(name) ? name : null;

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() =>
        ((IEnumerable<KeyValuePair<string, string>>)All).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The decoded parameters, such as <c>charset="utf-8"; name="a.txt"</c>.</summary>
    public override string ToString() =>
        string.Join("; ", All.Select(parameter => $"{parameter.Key}=\"{parameter.Value}\""));

    /// <summary>The parameters that a list in BODYSTRUCTURE consists of.</summary>
    internal static MimeParameters Of(ReadOnlySpan<KeyValuePair<string, string>> raw) => raw switch
    {
        [] => Empty,
        [var only] when MimeParameterDecoder.IsPlain(only) => new MimeParameters(only),
        _ => new MimeParameters(new MimeParameterTable(raw.ToArray())),
    };
}
