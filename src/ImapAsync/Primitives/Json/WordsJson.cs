using System.Text.Json;
using System.Text.Json.Serialization;

namespace ImapAsync;

/// <summary>An array of strings.</summary>
/// <param name="words">The words of a value.</param>
/// <param name="create">Creates the value from its words.</param>
internal sealed class WordsJson<T>(Func<T, IEnumerable<string>> words, Func<List<string>, T> create)
    : JsonConverter<T>
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
            throw Unexpected(reader.TokenType);
        List<string> read = [];
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.String)
                throw Unexpected(reader.TokenType);
            read.Add(reader.GetString()!);
        }

        return create(read);
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (string word in words(value))
            writer.WriteStringValue(word);
        writer.WriteEndArray();
    }

    private static JsonException Unexpected(JsonTokenType found) =>
        new($"Expected an array of strings for {typeof(T).Name}, but found {found}.");
}
