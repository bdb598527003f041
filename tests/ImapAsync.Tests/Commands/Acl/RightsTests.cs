namespace ImapAsync.Tests;

public sealed class RightsTests
{
    [Theory]
    [InlineData("lrswipkxtea", "lrswipkxtea")]
    [InlineData("aetxkpiwsrl", "lrswipkxtea")]
    [InlineData("llrr", "lr")]
    [InlineData("", "")]
    [InlineData("9a0zn", "an09z")]
    public void Are_printed_in_the_order_of_the_RFC(string letters, string printed) => Assert.Equal(printed, new Rights(letters).ToString());

    [Theory]
    [InlineData("lR")]
    [InlineData("l r")]
    [InlineData("+l")]
    [InlineData("l\r\n")]
    [InlineData("ü")]
    public void Are_letters_and_digits(string letters) =>
        Assert.Contains("lower-case letters and digits", Assert.Throws<ArgumentException>(() => new Rights(letters)).Message, StringComparison.Ordinal);

    [Fact]
    public void Are_a_set()
    {
        Rights rights = Rights.Lookup + Rights.Read + "s";

        Assert.Equal<Rights>("lrs", rights);
        Assert.True(rights.Contains(Rights.Read));
        Assert.True(rights.Contains("lr"));
        Assert.False(rights.Contains("lrw"));
        Assert.True(rights.Contains(Rights.None));
        Assert.Equal<Rights>("ls", rights - Rights.Read - "x");
        Assert.True((rights - rights).IsEmpty);
        Assert.True(rights != "lr");
        Assert.Equal(rights.GetHashCode(), new Rights("srl").GetHashCode());
        Assert.Equal<Rights>("lrswipkxtea", Rights.All);
    }

    // RFC 4314 §2.1.1.
    [Theory]
    [InlineData("lrswipcda", "lrswipkxtea")]
    [InlineData("lrc", "lrkx")]
    [InlineData("lrd", "lrxte")]
    [InlineData("lrk", "lrk")]
    public void Letters_of_rfc2086_stand_for_others(string letters, string expanded) => Assert.Equal(expanded, new Rights(letters).ExpandObsolete().ToString());

    [Fact]
    public void Of_a_server_may_be_anything()
    {
        Assert.Equal("lrQ", Rights.FromServer("lQ r?\"\u0001"u8).ToString());
        const string Every = "lrswipkxteacdn0123456789bfghjmoquvyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
        Assert.Equal(Every, Rights.FromServer(System.Text.Encoding.ASCII.GetBytes(Every)).ToString());
    }

    [Fact]
    public void Named_ones_are_those_of_the_RFC() => Assert.Equal(
        "l r s w i p k x t e a n",
        string.Join(' ', Rights.Lookup, Rights.Read, Rights.KeepSeen, Rights.Write, Rights.Insert, Rights.Post, Rights.CreateMailboxes, Rights.DeleteMailbox, Rights.DeleteMessages, Rights.Expunge, Rights.Administer, Rights.Annotate));
}
