using System.Text.Json.Serialization;

namespace ImapAsync;

/// <summary>The form in JSON of each type of value.</summary>
internal static class JsonForms
{
    private static readonly JsonConverter[] All =
    [
        new NumberJson<Uid>(number => number is > 0 and <= uint.MaxValue ? new Uid((uint)number) : null, "a UID"),
        new NumberJson<SequenceNumber>(
            number => number is > 0 and <= uint.MaxValue ? new SequenceNumber((uint)number) : null,
            "a sequence number"),
        new NumberJson<UidValidity>(
            number => number is > 0 and <= uint.MaxValue ? new UidValidity((uint)number) : null, "a UIDVALIDITY"),
        new NumberJson<ModSequence>(
            number => number <= long.MaxValue ? new ModSequence(number) : null, "a mod-sequence"),
        new TextJson<MailboxName>(MailboxNameText.Format, MailboxNameText.Parse),
        // What a server sent may not be sent back, and is a value all the same.
        new TextJson<Flag>(flag => flag.Name, Flag.FromServer),
        new TextJson<MailboxAttribute>(attribute => attribute.Name, MailboxAttribute.FromServer),
        new TextJson<UidSet>(
            set => set.ToString(), text => text.Length == 0 ? UidSet.Empty : UidSet.Parse(text)),
        new TextJson<SequenceSet>(
            set => set.ToString(), text => text.Length == 0 ? SequenceSet.Empty : SequenceSet.Parse(text)),
        new WordsJson<FlagSet>(
            set => set.Select(flag => flag.Name), names => FlagSet.Of([.. names.Select(Flag.FromServer)])),
        new WordsJson<MailboxAttributes>(
            set => set.Select(attribute => attribute.Name),
            names => MailboxAttributes.Of([.. names.Select(MailboxAttribute.FromServer)])),
        new WordsJson<ImapCapabilities>(set => set, names => ImapCapabilities.Of([.. names])),
    ];

    /// <summary>The form of a type that has one.</summary>
    public static JsonConverter<T> Of<T>() => All.OfType<JsonConverter<T>>().FirstOrDefault()
        ?? throw new NotSupportedException($"{typeof(T)} has no form of its own in JSON: leave the converter away.");
}
