namespace ImapAsync.Tests;

public sealed class UidSetAfterTests
{
    [Fact]
    public void What_is_after_a_message_never_names_a_lower_one()
    {
        UidSet after = UidSet.After(new Uid(7));
        Assert.Equal("8:4294967295", after.ToString());
        Assert.False(after.HasStar);
        Assert.True(after.Contains(new(8)) && !after.Contains(new(7)));
        Assert.Equal("4294967295", UidSet.After(new Uid(uint.MaxValue - 1)).ToString());
    }

    [Fact]
    public void Everything_is_after_no_message()
    {
        Assert.Equal("1:4294967295", UidSet.After(null).ToString());
        Assert.Equal("1:4294967295", UidSet.After(default(Uid)).ToString());
    }

    [Fact]
    public void Nothing_is_after_the_last_UID() => Assert.Same(UidSet.Empty, UidSet.After(new Uid(uint.MaxValue)));
}
