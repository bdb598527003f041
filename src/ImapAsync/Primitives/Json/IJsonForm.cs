using System.ComponentModel;
using System.Text.Json.Serialization;

namespace ImapAsync.Extensibility;

/// <summary>A type of value that has its own form in JSON. Only the library's types implement it.</summary>
/// <typeparam name="TSelf">The type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IJsonForm<TSelf>
    where TSelf : IJsonForm<TSelf>
{
    /// <summary>Reads and writes values of the type; requested once.</summary>
    internal static abstract JsonConverter<TSelf> Form { get; }
}
