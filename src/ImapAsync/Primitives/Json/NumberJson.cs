using System.Text.Json;
using System.Text.Json.Serialization;

namespace ImapAsync;

/// <summary>A number, or a string of digits; null for a value that represents none.</summary>
/// <param name="form">How the number is read from text.</param>
internal sealed class NumberJson<T>(NumberForm<T> form) : JsonConverter<T>
    where T : struct, ISpanFormattable
{
    public override bool HandleNull => true;

    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType switch
        {
            JsonTokenType.Null when HasNone => default,
            JsonTokenType.Number when reader.TryGetUInt64(out ulong number) && form.Create(number) is { } value =>
                value,
            JsonTokenType.Number => throw new JsonException($"The number is not {form.Kind}."),
            JsonTokenType.String => Parse(reader.GetString()!),
            JsonTokenType other => throw new JsonException($"Expected a number for {form.Kind}, but found {other}."),
        };

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        if (IsNone(value))
            writer.WriteNullValue();
        else
            writer.WriteNumberValue(form.NumberOf(value));
    }

    public override T ReadAsPropertyName(
        ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        string text = reader.GetString()!;
        return HasNone && text == "0" ? default : Parse(text);
    }

    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WritePropertyName(value.ToString()!);

    // 0 is a valid mod-sequence, but not a UID: there it is default, which stands for no message.
    private bool HasNone => form.Create(0) is null;

    private bool IsNone(T value) => HasNone && form.NumberOf(value) == 0;

    private T Parse(string text) =>
        form.TryParse(text, out T value) ? value : throw new JsonException($"\"{text}\" is not {form.Kind}.");
}
