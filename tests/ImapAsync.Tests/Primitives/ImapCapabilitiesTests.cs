using System.Text;

namespace ImapAsync.Tests;

public sealed class ImapCapabilitiesTests
{
    private static ImapCapabilities Read(string list) => ImapCapabilities.FromServer(Encoding.ASCII.GetBytes(list));

    [Fact]
    public void Names_are_compared_without_regard_to_case()
    {
        ImapCapabilities capabilities = Read("IMAP4rev1 idle AUTH=PLAIN auth=SCRAM-SHA-256 THREAD=REFERENCES THREAD=ORDEREDSUBJECT");

        Assert.True(capabilities.Contains("IDLE"));
        Assert.True(capabilities.Contains("imap4REV1"));
        Assert.False(capabilities.Contains("MOVE"));
        Assert.True(capabilities.ContainsAuth("plain"));
        Assert.False(capabilities.ContainsAuth("LOGIN"));
        Assert.Equal(["PLAIN", "SCRAM-SHA-256"], capabilities.AuthMechanisms);
        Assert.Equal(["REFERENCES", "ORDEREDSUBJECT"], capabilities.ValuesOf("thread"));
        Assert.Empty(capabilities.ValuesOf("THR"));
        Assert.Equal("IMAP4rev1 idle AUTH=PLAIN auth=SCRAM-SHA-256 THREAD=REFERENCES THREAD=ORDEREDSUBJECT", capabilities.ToString());
        Assert.Equal(6, capabilities.Count);
    }

    [Theory]
    [InlineData("LITERAL +")]
    [InlineData("LITERAL+")]
    [InlineData("IMAP4rev1 LITERAL + IDLE")]
    [InlineData("  literal+  ")]
    public void A_space_in_a_name_is_corrected(string list) => Assert.True(Read(list).Contains("LITERAL+"));

    [Fact]
    public void A_name_may_begin_with_a_plus() => Assert.Equal(["+", "IDLE", "+X"], Read("+ IDLE +X").ToArray());

    [Theory]
    [InlineData("APPENDLIMIT=35651584", 35651584L)]
    [InlineData("APPENDLIMIT=0", 0L)]
    [InlineData("APPENDLIMIT=5000000000", 5000000000L)]
    [InlineData("APPENDLIMIT", null)]
    [InlineData("APPENDLIMIT=-1", null)]
    [InlineData("APPENDLIMIT=x", null)]
    [InlineData("IDLE", null)]
    public void The_append_limit_is_a_number(string list, long? limit) => Assert.Equal(limit, Read(list).AppendLimit);

    [Fact]
    public void Values_are_what_follows_the_equals_sign()
    {
        ImapCapabilities capabilities = Read("RIGHTS=texk QUOTA QUOTA=RES-STORAGE QUOTA=RES-MESSAGE QUOTASET COMPRESS=DEFLATE X==y=");

        Assert.Equal(["texk"], capabilities.ValuesOf("RIGHTS"));
        Assert.Equal(["RES-STORAGE", "RES-MESSAGE"], capabilities.ValuesOf("QUOTA"));
        Assert.Equal(["=y="], capabilities.ValuesOf("X"));
        Assert.True(capabilities.Contains("COMPRESS=DEFLATE"));
    }

    [Fact]
    public void What_is_part_of_imap4rev2_is_supported_by_it()
    {
        Assert.True(Read("IMAP4rev2").Supports("MOVE"));
        Assert.False(Read("IMAP4rev2").Contains("MOVE"));
        Assert.False(Read("IMAP4rev2").Supports("CONDSTORE"));
        Assert.False(Read("IMAP4rev1").Supports("MOVE"));
        Assert.True(Read("IMAP4rev1 MOVE").Supports("move"));
    }

    [Fact]
    public void Sets_are_equal_whatever_the_order()
    {
        ImapCapabilities left = ["IDLE", "MOVE", "idle"];

        Assert.Equal(Read("move IDLE"), left);
        Assert.Equal(Read("move IDLE").GetHashCode(), left.GetHashCode());
        Assert.Equal(["IDLE", "MOVE"], left);
        Assert.True(left != ImapCapabilities.Empty);
        Assert.Same(ImapCapabilities.Empty, Read("  "));
        Assert.True(ImapCapabilities.Empty.IsEmpty);
    }
}
