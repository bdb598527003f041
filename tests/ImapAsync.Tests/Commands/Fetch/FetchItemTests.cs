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
        { FetchItem.ModSeq, "MODSEQ" },
        { FetchItem.SaveDate, "SAVEDATE" },
        { FetchItem.EmailId, "EMAILID" },
        { FetchItem.ThreadId, "THREADID" },
        { FetchItem.Preview, "PREVIEW" },
        { FetchItem.LazyPreview, "PREVIEW (LAZY)" },
        { FetchItem.Rfc822, "RFC822" },
        { FetchItem.Rfc822Header, "RFC822.HEADER" },
        { FetchItem.Rfc822Text, "RFC822.TEXT" },
        { FetchItem.Body(), "BODY[]" },
        { FetchItem.Body(BodySection.Part(1, 2)), "BODY[1.2]" },
        { FetchItem.Body(BodySection.Full, 0, 1024), "BODY[]<0.1024>" },
        { FetchItem.BodyPeek(), "BODY.PEEK[]" },
        { FetchItem.BodyPeek(BodySection.Header), "BODY.PEEK[HEADER]" },
        { FetchItem.BodyPeek(BodySection.HeaderFields("Subject", "From")), "BODY.PEEK[HEADER.FIELDS (Subject From)]" },
        { FetchItem.BodyPeek(BodySection.HeaderFieldsNot("Received").In(3)), "BODY.PEEK[3.HEADER.FIELDS.NOT (Received)]" },
        { FetchItem.BodyPeek(BodySection.Mime(2)), "BODY.PEEK[2.MIME]" },
        { FetchItem.BodyPeek(BodySection.Text, 5_000_000_000, 7), "BODY.PEEK[TEXT]<5000000000.7>" },
        { FetchItem.Binary(BodySection.Part(2)), "BINARY[2]" },
        { FetchItem.Binary(BodySection.Part(2), 1, 2), "BINARY[2]<1.2>" },
        { FetchItem.BinaryPeek(BodySection.Full), "BINARY.PEEK[]" },
        { FetchItem.BinaryPeek(BodySection.Part(1, 1), 0, 1), "BINARY.PEEK[1.1]<0.1>" },
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
    public void Items_that_cannot_be_are_refused()
    {
        Assert.Throws<ArgumentException>(() => FetchItem.Raw("X\r\nA2 LOGOUT"));
        Assert.Throws<ArgumentException>(() => FetchItem.Raw(" "));
        Assert.Throws<ArgumentOutOfRangeException>(() => FetchItem.Body(BodySection.Full, -1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => FetchItem.BodyPeek(BodySection.Full, 0, 0));
        Assert.Contains("BodyPeek", Assert.Throws<ArgumentException>(() => FetchItem.BinaryPeek(BodySection.Header)).Message, StringComparison.Ordinal);
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
        FetchItems items = [FetchItem.BodyPeek(), FetchItem.Flags, FetchItem.BodyPeek(BodySection.Part(1)), FetchItem.Uid, FetchItem.BodyPeek(BodySection.Header), FetchItem.Raw("flags")];
        Assert.Equal("(UID FLAGS BODY.PEEK[HEADER] BODY.PEEK[] BODY.PEEK[1])", items.ToString());
    }

    // Quirk 27.
    [Fact]
    public void Macros_are_spelled_out()
    {
        Assert.Equal("(FLAGS INTERNALDATE RFC822.SIZE)", FetchItems.Fast.ToString());
        Assert.Equal("(FLAGS INTERNALDATE RFC822.SIZE ENVELOPE)", FetchItems.All.ToString());
        Assert.Equal("(FLAGS INTERNALDATE RFC822.SIZE ENVELOPE BODY)", FetchItems.Full.ToString());
    }
}
