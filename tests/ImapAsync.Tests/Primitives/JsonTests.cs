using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ImapAsync.Tests;

/// <summary>What applications store must round-trip.</summary>
public sealed partial class JsonTests
{
    public static TheoryData<object, string> Values => new()
    {
        { new Uid(7), "7" },
        { new Uid(uint.MaxValue), "4294967295" },
        { default(Uid), "null" },
        { new SequenceNumber(1), "1" },
        { new UidValidity(3857529045), "3857529045" },
        { new ModSequence(0), "0" },
        { new ModSequence(long.MaxValue), "9223372036854775807" },
        { new MailboxName("Entwürfe/日本"), "\"Entw\\u00FCrfe/\\u65E5\\u672C\"" },
        { MailboxName.Inbox, "\"INBOX\"" },
        { default(MailboxName), "\"\"" },
        { Flag.Seen, "\"\\\\Seen\"" },
        { Flag.Any, "\"\\\\*\"" },
        { new Flag("$Forwarded"), "\"$Forwarded\"" },
        { MailboxAttribute.Sent, "\"\\\\Sent\"" },
        { new Rights("lrs"), "\"lrs\"" },
        { Rights.None, "\"\"" },
        { AclChange.Remove("i"), "\"-i\"" },
        { UidSet.Parse("1:3,7,12:*"), "\"1:3,7,12:*\"" },
        { UidSet.Empty, "\"\"" },
        { UidSet.Saved, "\"$\"" },
        { SequenceSet.Parse("4,9:*"), "\"4,9:*\"" },
        { FlagSet.Of(Flag.Seen, "$Junk"), "[\"\\\\Seen\",\"$Junk\"]" },
        { FlagSet.Empty, "[]" },
        { MailboxAttributes.Of(MailboxAttribute.HasChildren, MailboxAttribute.Sent), "[\"\\\\HasChildren\",\"\\\\Sent\"]" },
        { ImapCapabilities.Of("IMAP4rev1", "IDLE"), "[\"IMAP4rev1\",\"IDLE\"]" },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void A_value_round_trips(object value, string json)
    {
        Assert.Equal(json, JsonSerializer.Serialize(value, value.GetType()));
        Assert.StrictEqual(value, JsonSerializer.Deserialize(json, value.GetType()));
        Assert.Equal(json, JsonSerializer.Serialize(value, value.GetType(), Generated.Default));
        Assert.StrictEqual(value, JsonSerializer.Deserialize(json, value.GetType(), Generated.Default));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("4294967296")]
    [InlineData("1.5")]
    [InlineData("\"\"")]
    [InlineData("\"seven\"")]
    [InlineData("\"0\"")]
    [InlineData("\"7\\u0000\"")]
    [InlineData("\"-1\"")]
    [InlineData("true")]
    [InlineData("[7]")]
    [InlineData("{\"Value\":7}")]
    public void What_is_not_a_UID_is_refused(string json) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Uid>(json));

    [Theory]
    [InlineData("7")]
    [InlineData("[7]")]
    [InlineData("\"1,,2\"")]
    [InlineData("\"a\"")]
    public void What_is_not_a_set_is_refused(string json) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<UidSet>(json));

    [Theory]
    [InlineData("\"\\\\Seen\"")]
    [InlineData("[7]")]
    [InlineData("{}")]
    public void What_is_not_a_list_of_flags_is_refused(string json) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<FlagSet>(json));

    [Theory]
    [InlineData("7")]
    [InlineData("\"a\\u0000b\"")]
    [InlineData("\"\\u0000not base64\"")]
    public void What_is_not_a_mailbox_name_is_refused(string json) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<MailboxName>(json));

    [Fact]
    public void Digits_in_a_string_are_a_number_too() =>
        Assert.Equal(new ModSequence(9007199254740993), JsonSerializer.Deserialize<ModSequence>("\"9007199254740993\""));

    [Fact]
    public void Null_is_null_where_the_value_may_be_missing()
    {
        Assert.Null(JsonSerializer.Deserialize<Uid?>("null"));
        Assert.Null(JsonSerializer.Deserialize<UidSet>("null"));
        Assert.Equal("null", JsonSerializer.Serialize<ModSequence?>(null));
    }

    [Fact]
    public void Null_is_not_the_mod_sequence_before_all_changes() =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<ModSequence>("null"));

    [Theory]
    [InlineData("&AAA-Sent", false)]
    [InlineData("&AAA-", false)]
    [InlineData("a&AAo-b", false)]
    [InlineData("a\nb", true)]
    [InlineData("a\r\0b", true)]
    public void A_name_with_invalid_characters_round_trips(string octets, bool utf8)
    {
        MailboxName name = MailboxName.FromServer(Encoding.Latin1.GetBytes(octets), utf8);
        Assert.Equal(name, JsonSerializer.Deserialize<MailboxName>(JsonSerializer.Serialize(name)));
        Dictionary<MailboxName, int> counts = new() { [name] = 3 };
        Assert.Equal(counts, JsonSerializer.Deserialize<Dictionary<MailboxName, int>>(JsonSerializer.Serialize(counts)));
    }

    [Fact]
    public void A_part_of_a_list_round_trips() =>
        Assert.Equal(
            new PartialRange(-1, -100),
            JsonSerializer.Deserialize<PartialRange>(JsonSerializer.Serialize(new PartialRange(-1, -100))));

    [Fact]
    public void A_name_that_a_server_sent_in_no_encoding_keeps_its_octets()
    {
        MailboxName name = MailboxName.FromServer([.. "Entw"u8, 0xFC, .. "rfe"u8], utf8: false);
        MailboxName again = JsonSerializer.Deserialize<MailboxName>(JsonSerializer.Serialize(name));
        Assert.Equal(name, again);
        byte[] octets = new byte[again.GetMaxByteCount(utf8: false)];
        Assert.Equal([.. "Entw"u8, 0xFC, .. "rfe"u8], octets[..again.Encode(octets, utf8: false)]);
    }

    [Fact]
    public void Values_are_keys_of_dictionaries()
    {
        Round(new Dictionary<Uid, string> { [new Uid(7)] = "seven" }, "{\"7\":\"seven\"}");
        Round(new Dictionary<UidValidity, int> { [new UidValidity(9)] = 1 }, "{\"9\":1}");
        Round(new Dictionary<MailboxName, Uid> { ["Sent"] = new Uid(3) }, "{\"Sent\":3}");
        Round(new Dictionary<Flag, int> { [Flag.Seen] = 2 }, "{\"\\\\Seen\":2}");
    }

    [Fact]
    public void Records_of_values_round_trip()
    {
        QResyncParameters parameters = new(new UidValidity(3857529045), new ModSequence(20010715194045007))
        {
            KnownUids = UidSet.Parse("41,43:211,214:541"),
            Positions = new KnownPositions(SequenceSet.Parse("1,3"), UidSet.Parse("41,45")),
        };
        Assert.Equal(parameters, Again(parameters));
        MailboxStatus status = new("Sent") { Messages = 3, UidNext = new Uid(9), HighestModSequence = new ModSequence(12) };
        MailboxStatus again = Again(status);
        Assert.Equal(status.Name, again.Name);
        Assert.Equal((3, new Uid(9), new ModSequence(12)), (again.Messages, again.UidNext, again.HighestModSequence));
        FlagUpdate update = new(new SequenceNumber(4), new Uid(9), FlagSet.Of(Flag.Seen), null);
        Assert.Equal(update, Again(update));
    }

    public static TheoryData<object> States => new()
    {
        new MailboxInfo("Archive/2026", '/', MailboxAttributes.Of(MailboxAttribute.Archive)) { MyRights = "lrswi" },
        new MailboxStatus("Sent") { Messages = 3, Unseen = 1, HighestModSequence = new ModSequence(12), Size = 1 << 20 },
        new CreateResult("Sent", "F1"),
        new QuotaRoots("INBOX", ["user"], [new Quota("user", [new QuotaResource("STORAGE", 10, 512)])]),
        new Namespaces([new MailboxNamespace("", '/')], [], [new MailboxNamespace("Shared/", '/')]),
    };

    [Theory]
    [MemberData(nameof(States))]
    public void A_state_round_trips(object state)
    {
        string json = JsonSerializer.Serialize(state, state.GetType());
        object again = JsonSerializer.Deserialize(json, state.GetType())!;
        Assert.Equal(json, JsonSerializer.Serialize(again, state.GetType()));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("")]
    [InlineData(" 7")]
    [InlineData("7 ")]
    [InlineData("+7")]
    [InlineData("4294967296")]
    [InlineData("7\0")]
    [InlineData("1,000")]
    public void Text_that_is_not_a_UID_is_refused_with_an_explanation(string text)
    {
        Assert.False(Uid.TryParse(text, out _));
        FormatException exception = Assert.Throws<FormatException>(() => Uid.Parse(text));
        Assert.Equal($"\"{text}\" is not a UID: expected digits alone, 1 to 4294967295.", exception.Message);
    }

    [Fact]
    public void Numbers_are_read_and_written_without_a_string()
    {
        Assert.Equal(new Uid(42), Uid.Parse("42".AsSpan()));
        Assert.Equal(new ModSequence(0), ModSequence.Parse("0"));
        Assert.Equal("uid 42, 7 of 9", $"uid {new Uid(42)}, {new SequenceNumber(7)} of {new UidValidity(9)}");
        Span<byte> octets = stackalloc byte[32];
        Assert.True(System.Text.Unicode.Utf8.TryWrite(octets, $"{new Uid(42)}:{new ModSequence(5)}", out int written));
        Assert.Equal("42:5", Encoding.ASCII.GetString(octets[..written]));
    }

    private static T Again<T>(T value) =>
        JsonSerializer.Deserialize<T>(JsonSerializer.Serialize(value))!;

    private static void Round<TKey, TValue>(Dictionary<TKey, TValue> values, string json)
        where TKey : notnull
    {
        Assert.Equal(json, JsonSerializer.Serialize(values));
        Assert.Equal(values, JsonSerializer.Deserialize<Dictionary<TKey, TValue>>(json)!);
    }

    [JsonSerializable(typeof(Uid))]
    [JsonSerializable(typeof(SequenceNumber))]
    [JsonSerializable(typeof(UidValidity))]
    [JsonSerializable(typeof(ModSequence))]
    [JsonSerializable(typeof(MailboxName))]
    [JsonSerializable(typeof(Flag))]
    [JsonSerializable(typeof(MailboxAttribute))]
    [JsonSerializable(typeof(Rights))]
    [JsonSerializable(typeof(AclChange))]
    [JsonSerializable(typeof(UidSet))]
    [JsonSerializable(typeof(SequenceSet))]
    [JsonSerializable(typeof(FlagSet))]
    [JsonSerializable(typeof(MailboxAttributes))]
    [JsonSerializable(typeof(ImapCapabilities))]
    private sealed partial class Generated : JsonSerializerContext;
}
