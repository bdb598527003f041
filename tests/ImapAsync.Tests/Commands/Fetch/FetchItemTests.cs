namespace ImapAsync.Tests;

public sealed class FetchItemTests
{
    public static TheoryData<FetchItem, string> Written => new()
    {
        { FetchItem.Uid, "UID" },
        { FetchItem.Flags, "FLAGS" },
        { FetchItem.InternalDate, "INTERNALDATE" },
        { FetchItem.Size, "RFC822.SIZE" },
        { FetchItem.Envelope, "ENVELOPE" },
        { FetchItem.BodyStructure, "BODYSTRUCTURE" },
        { FetchItem.BasicBodyStructure, "BODY" },
        { FetchItem.ModSequence, "MODSEQ" },
        { FetchItem.SaveDate, "SAVEDATE" },
        { FetchItem.EmailId, "EMAILID" },
        { FetchItem.ThreadId, "THREADID" },
        { FetchItem.Preview, "PREVIEW" },
        { FetchItem.LazyPreview, "PREVIEW (LAZY)" },
        { FetchItem.Rfc822MarkingSeen, "RFC822" },
        { FetchItem.Rfc822Header, "RFC822.HEADER" },
        { FetchItem.Rfc822TextMarkingSeen, "RFC822.TEXT" },
        { FetchItem.BodyMarkingSeen(), "BODY[]" },
        { FetchItem.BodyMarkingSeen(BodySection.Part(1, 2)), "BODY[1.2]" },
        { FetchItem.BodyMarkingSeen(BodySection.Full, 0, 1024), "BODY[]<0.1024>" },
        { FetchItem.Body(), "BODY.PEEK[]" },
        { FetchItem.Body(BodySection.Header), "BODY.PEEK[HEADER]" },
        { FetchItem.Body(BodySection.HeaderFields("Subject", "From")), "BODY.PEEK[HEADER.FIELDS (Subject From)]" },
        { FetchItem.Body(BodySection.HeaderFieldsNot("Received").In(3)), "BODY.PEEK[3.HEADER.FIELDS.NOT (Received)]" },
        { FetchItem.Body(BodySection.Mime(2)), "BODY.PEEK[2.MIME]" },
        { FetchItem.Body(BodySection.Text, 5_000_000_000, 7), "BODY.PEEK[TEXT]<5000000000.7>" },
        { FetchItem.BinaryMarkingSeen(BodySection.Part(2)), "BINARY[2]" },
        { FetchItem.BinaryMarkingSeen(BodySection.Part(2), 1, 2), "BINARY[2]<1.2>" },
        { FetchItem.Binary(BodySection.Full), "BINARY.PEEK[]" },
        { FetchItem.Binary(BodySection.Part(1, 1), 0, 1), "BINARY.PEEK[1.1]<0.1>" },
        { FetchItem.BinarySize(BodySection.Part(2)), "BINARY.SIZE[2]" },
        { FetchItem.Raw("X-GM-LABELS"), "X-GM-LABELS" },
        { FetchItem.Raw("ANNOTATION (/comment value.priv)"), "ANNOTATION (/comment value.priv)" },
    };

    [Theory]
    [MemberData(nameof(Written))]
    public void An_item_is_written_as_the_RFCs_say(FetchItem item, string written)
    {
        Assert.Equal(written, item.ToString());
        Assert.Equal($"UID FETCH 1 ({(item.IsStreamable ? "UID " : "")}{written})", new UidFetchCommand(new Uid(1), item).Written());
    }

    [Fact]
    public void Impossible_items_are_refused()
    {
        Assert.Throws<ArgumentException>(() => FetchItem.Raw("X\r\nA2 LOGOUT"));
        Assert.Throws<ArgumentException>(() => FetchItem.Raw(" "));
        Assert.Throws<ArgumentOutOfRangeException>(() => FetchItem.BodyMarkingSeen(BodySection.Full, -1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => FetchItem.Body(BodySection.Full, 0, 0));
        Assert.Contains("or Body for", Assert.Throws<ArgumentException>(() => FetchItem.Binary(BodySection.Header)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => FetchItem.BinarySize(BodySection.Mime(1)));
    }

    [Fact]
    public void Sets_are_joined_in_any_way()
    {
        FetchItems byOperators = FetchItems.Uid | FetchItems.Flags | FetchItem.Envelope | FetchItems.BodyStructure;
        FetchItems byList = [FetchItem.Uid, FetchItem.Flags, FetchItem.Envelope, FetchItem.BodyStructure];
        FetchItems byItems = FetchItem.Uid | FetchItem.Flags | FetchItem.Envelope | FetchItem.BodyStructure;

        Assert.Equal("(UID FLAGS ENVELOPE BODYSTRUCTURE)", byOperators.ToString());
        Assert.Equal(byOperators, byList);
        Assert.True(byOperators == byItems);
        Assert.Equal(byOperators.GetHashCode(), byItems.GetHashCode());
        Assert.True(byOperators != FetchItems.Flags);
        Assert.Equal(4, byList.Count);
        Assert.Equal(FetchItem.Envelope, byList[2]);
    }

    [Fact]
    public void Each_item_is_there_once_with_UID_first_and_bodies_last()
    {
        FetchItems items = [FetchItem.Body(), FetchItem.Flags, FetchItem.Body(BodySection.Part(1)), FetchItem.Uid, FetchItem.Body(BodySection.Header), FetchItem.Raw("flags")];
        Assert.Equal("(UID FLAGS BODY.PEEK[HEADER] BODY.PEEK[] BODY.PEEK[1])", items.ToString());
    }

    // Quirk 27.
    [Fact]
    public void Macros_are_spelled_out()
    {
        Assert.Equal("(FLAGS INTERNALDATE RFC822.SIZE)", FetchItems.FastMacro.ToString());
        Assert.Equal("(FLAGS INTERNALDATE RFC822.SIZE ENVELOPE)", FetchItems.AllMacro.ToString());
        Assert.Equal("(FLAGS INTERNALDATE RFC822.SIZE ENVELOPE BODY)", FetchItems.FullMacro.ToString());
    }
}
