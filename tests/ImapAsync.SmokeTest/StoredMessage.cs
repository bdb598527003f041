using System.Text.Json.Serialization;

namespace ImapAsync.SmokeTest;

/// <summary>What an application keeps of a message.</summary>
internal sealed record StoredMessage(uint Uid, string Subject, string[] Flags);

/// <summary>How it is written as JSON, without reflection.</summary>
[JsonSerializable(typeof(List<StoredMessage>))]
internal sealed partial class StoredMessages : JsonSerializerContext;
