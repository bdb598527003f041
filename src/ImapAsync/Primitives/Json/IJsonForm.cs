using System.ComponentModel;
using System.Text.Json.Serialization;

namespace ImapAsync.Extensibility;

/// <summary>A type of value that has a form of its own in JSON. Only the library's types implement it.</summary>
/// <typeparam name="TSelf">The type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IJsonForm<TSelf>
    where TSelf : IJsonForm<TSelf>
{
    /// <summary>Reads and writes it; asked for once.</summary>
    internal static abstract JsonConverter<TSelf> Form { get; }
}
