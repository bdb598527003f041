using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ImapAsync.Extensibility;

/// <summary>
/// Reads and writes a value of IMAP as JSON. The types name it in an attribute, so that a serializer needs no options.
/// Numbers (<see cref="Uid"/>, <see cref="ModSequence"/> …) are JSON numbers, and strings of digits are accepted too;
/// names (<see cref="MailboxName"/>, <see cref="Flag"/>) and sets of numbers (<c>"1:3,7"</c>) are strings; sets of
/// words (<see cref="FlagSet"/>, <see cref="ImapCapabilities"/>) are arrays of strings. <c>default</c> of a number that
/// starts at 1 is null, and as a key <c>"0"</c>. Numbers, names and sets of numbers can be dictionary keys. It uses no
/// reflection, so it works with trimming and Native AOT.
/// </summary>
/// <typeparam name="T">The value's type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ImapJsonConverter<T> : JsonConverter<T>
    where T : IJsonForm<T>
{
    private static readonly JsonConverter<T> Form = T.Form;

    /// <inheritdoc/>
    public override bool HandleNull => Form.HandleNull;

    /// <inheritdoc/>
    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Form.Read(ref reader, typeToConvert, options);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        Form.Write(writer, value, options);

    /// <inheritdoc/>
    public override T ReadAsPropertyName(
        ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Form.ReadAsPropertyName(ref reader, typeToConvert, options);

    /// <inheritdoc/>
    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        Form.WriteAsPropertyName(writer, value!, options);
}
