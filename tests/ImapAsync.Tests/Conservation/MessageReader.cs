using System.Globalization;
using System.Text;

namespace ImapAsync.Tests;

/// <summary>Reads everything that a message has, through its public members, and finds out from the values which message they belong to.</summary>
internal static class MessageReader
{
    /// <summary>Reads a message with its bodies, which may still be arriving: what follows a body is available once that was read.</summary>
    /// <param name="message">The message.</param>
    /// <param name="kinds">The items that it can have: looking for others takes longer than everything else.</param>
    public static async ValueTask<HeardMessage> ReadAsync(FetchedMessage message, Items kinds)
    {
        HeardMessage heard = new() { Number = message.SequenceNumber.Value };
        Items before;
        do
        {
            before = heard.Items & Items.Bodies;
            foreach (ItemKind kind in ItemTable.All)
            {
                if ((kinds & kind.Item) == Items.None || (heard.Items & kind.Item) != Items.None || !message.Contains(kind.Asked))
                    continue;
                if (kind.Section is null)
                    ReadValue(kind, message, heard);
                else
                    await ReadSectionAsync(kind, message, heard);
            }
        }
        while ((heard.Items & Items.Bodies) != before);

        if (kinds == Items.All && message.Malformed.Count > 0)
            heard.Wrong ??= $"malformed: {message.Malformed[0]}";
        return heard;
    }

    public static HeardMessage Read(FlagUpdate update)
    {
        HeardMessage heard = new() { Number = update.Number.Value, Claimed = update.Uid?.Value ?? 0 };
        if (update.Flags is { } flags)
            ReadFlags(flags, heard);
        if (update.ModSequence is { } modSeq)
            AddVersioned(heard, Items.ModSequence, modSeq.Value);
        return heard;
    }

    private static void ReadValue(ItemKind kind, FetchedMessage message, HeardMessage heard)
    {
        switch (kind.Item)
        {
            case Items.Uid:
                heard.Claimed = message.Uid.Value;
                break;
            case Items.Flags:
                ReadFlags(message.Flags, heard);
                break;
            case Items.ModSequence:
                AddVersioned(heard, Items.ModSequence, message.ModSequence?.Value ?? 0);
                break;
            case Items.GmailId:
                message.TryGetRaw("X-GM-MSGID", out ReadOnlyMemory<byte> raw);
                Add(heard, kind.Item, long.Parse(raw.Span, CultureInfo.InvariantCulture) - 1000);
                break;
            default:
                Add(heard, kind.Item, NumberIn(kind.Item, message));
                break;
        }
    }

    private static long NumberIn(Items item, FetchedMessage message) => item switch
    {
        Items.InternalDate => (long)(message.InternalDate!.Value - ItemTable.Internal).TotalSeconds,
        Items.SaveDate => (long)(message.SaveDate!.Value - ItemTable.Saved).TotalSeconds,
        Items.Size => message.Size - 1000,
        Items.Structure => message.BodyStructure.Size - 1000,
        Items.Envelope => Behind('s', message.Envelope.Subject),
        Items.EmailId => Behind('M', message.EmailId),
        Items.ThreadId => Behind('T', message.ThreadId),
        _ => Behind('p', message.Preview),
    };

    private static async ValueTask ReadSectionAsync(ItemKind kind, FetchedMessage message, HeardMessage heard)
    {
        MessageBody? body = kind.IsBinary ? message.BinarySection(kind.Section!) : message.Section(kind.Section!);
        string text = body is null ? "" : Encoding.Latin1.GetString(await body.ReadAllAsync());
        int start = text.IndexOf(kind.Item.ToString(), StringComparison.Ordinal) + kind.Item.ToString().Length;
        int end = start;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
            end++;
        _ = uint.TryParse(text.AsSpan(start, end - start), CultureInfo.InvariantCulture, out uint uid);
        if (text != ItemTable.Text(kind.Item, uid))
            heard.Wrong ??= $"the text of {kind.Item} is \"{text}\"";
        heard.Add(kind.Item, uid, version: 0);
    }

    private static void ReadFlags(FlagSet flags, HeardMessage heard)
    {
        foreach (Flag flag in flags)
        {
            if (flag.Name is not ['k', .. string numbers])
                continue;
            int middle = numbers.IndexOf('v', StringComparison.Ordinal);
            heard.Add(Items.Flags, uint.Parse(numbers.AsSpan(0, middle), CultureInfo.InvariantCulture), int.Parse(numbers.AsSpan(middle + 1), CultureInfo.InvariantCulture));
            return;
        }

        heard.Wrong ??= $"flags {flags}";
    }

    private static void AddVersioned(HeardMessage heard, Items item, ulong value) =>
        heard.Add(item, (uint)(value / ItemTable.Versions), (int)(value % ItemTable.Versions));

    private static void Add(HeardMessage heard, Items item, long uid)
    {
        if (uid is <= 0 or > uint.MaxValue)
            heard.Wrong ??= $"a value of {item} that was never sent";
        else
            heard.Add(item, (uint)uid, version: 0);
    }

    private static long Behind(char prefix, string? text) =>
        text is { Length: > 1 } && text[0] == prefix && long.TryParse(text.AsSpan(1), CultureInfo.InvariantCulture, out long number) ? number : 0;
}
