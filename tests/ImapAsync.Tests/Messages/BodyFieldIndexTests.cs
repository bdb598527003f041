using System.Text;

namespace ImapAsync.Tests;

/// <summary>The positions of a part's fields are found once, and kept in one octet each: a position that does not fit must be found as well.</summary>
public sealed class BodyFieldIndexTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(150)]
    [InlineData(200)]
    [InlineData(300)]
    [InlineData(70_000)]
    public void Fields_are_found_however_far_after_the_first_they_are(int length)
    {
        string name = new('n', length);
        BodyPart part = Read($"""("text" "calendar" ("charset" "utf-8" "name" "{name}") "<id>" "what it is" "base64" 5148 66 "md5" ("attachment" ("filename" "f.ics")) ("en" "de") "where" 1 (2))""");
        AssertAll(part, name);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(300)]
    public void Fields_of_a_multipart_are_found_after_its_children(int length)
    {
        string name = new('n', length);
        BodyPart part = Read($"""(("text" "plain" NIL NIL NIL "7bit" 1 2)("text" "html" ("name" "{name}") NIL NIL "7bit" 3 4) "mixed" ("boundary" "{name}") ("inline" NIL) "en" "where" "more")""");
        Assert.Equal("multipart/mixed", part.ContentType.ToString());
        Assert.Equal(name, part.ContentType.Parameters["boundary"]);
        Assert.Equal("inline", part.Disposition?.Type);
        Assert.Equal(["en"], part.Languages);
        Assert.Equal("where", part.Location);
        Assert.Equal("\"more\"", Encoding.ASCII.GetString(part.ExtensionData.Span));
        Assert.Equal((0, null, null, null), (part.Size, part.Lines, part.Id, part.Md5));
        Assert.Equal([1, 3], part.Children.Select(child => (int)child.Size));
    }

    [Fact]
    public void Fields_after_an_embedded_message_are_found()
    {
        string subject = new('s', 300);
        BodyPart part = Read($"""("message" "rfc822" NIL NIL NIL "7bit" 99 (NIL "{subject}" NIL NIL NIL NIL NIL NIL NIL NIL) ("text" "plain" NIL NIL NIL "8bit" 7 1) 12 "md5" ("inline" NIL) NIL "where")""");
        Assert.Equal((99, 12, "md5", "where"), (part.Size, part.Lines, part.Md5, part.Location));
        Assert.Equal("inline", part.Disposition?.Type);
        Assert.Equal(subject, part.Envelope?.Subject);
        Assert.Equal(ContentTransferEncoding.EightBit, part.Body?.TransferEncoding);
    }

    [Fact]
    public void Many_children_are_read_in_their_order()
    {
        string children = string.Concat(Enumerable.Range(1, 40).Select(number => $"""("text" "plain" NIL NIL NIL "7bit" {number} 1)"""));
        BodyPart part = Read($"""({children} "digest")""");
        Assert.Equal(Enumerable.Range(1, 40), part.Children.Select(child => (int)child.Size));
        Assert.Equal(Enumerable.Range(1, 40).Select(number => BodySection.Part(number)), part.Children.Select(child => child.Section));
    }

    [Fact]
    public void Threads_that_read_at_the_same_time_read_the_same()
    {
        for (int round = 0; round < 200; round++)
        {
            BodyPart part = Read("""("text" "calendar" ("charset" "utf-8" "name" "n") "<id>" "what it is" "base64" 5148 66 "md5" ("attachment" ("filename" "f.ics")) ("en" "de") "where" 1 (2))""");
            Parallel.For(0, 4, _ => AssertAll(part, "n"));
        }
    }

    private static void AssertAll(BodyPart part, string name)
    {
        Assert.Equal("where", part.Location);
        Assert.Equal("text/calendar", part.ContentType.ToString());
        Assert.Equal("utf-8", part.ContentType.Charset);
        Assert.Equal(name, part.ContentType.Parameters["name"]);
        Assert.Equal(("<id>", "what it is", "md5"), (part.Id, part.Description, part.Md5));
        Assert.Equal((5148, 66, ContentTransferEncoding.Base64), (part.Size, part.Lines, part.TransferEncoding));
        Assert.Equal("attachment", part.Disposition?.Type);
        Assert.Equal("f.ics", part.FileName);
        Assert.Equal(["en", "de"], part.Languages);
        Assert.Equal("1 (2)", Encoding.ASCII.GetString(part.ExtensionData.Span));
    }

    private static BodyPart Read(string octets) => BodyPart.Read(Encoding.Latin1.GetBytes(octets), 0);
}
