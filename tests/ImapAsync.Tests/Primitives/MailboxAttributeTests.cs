namespace ImapAsync.Tests;

public sealed class MailboxAttributeTests
{
    [Fact]
    public void Case_does_not_count_and_is_kept()
    {
        MailboxAttribute attribute = MailboxAttribute.FromServer(@"\NoSelect"u8);

        Assert.Equal(MailboxAttribute.NoSelect, attribute);
        Assert.Equal(MailboxAttribute.NoSelect.GetHashCode(), attribute.GetHashCode());
        Assert.Equal(@"\NoSelect", attribute.Name);
        Assert.True(attribute == @"\noselect");
    }

    [Fact]
    public void A_special_use_says_what_a_mailbox_is_for()
    {
        Assert.True(MailboxAttribute.FromServer(@"\sent"u8).IsSpecialUse);
        Assert.True(MailboxAttribute.Important.IsSpecialUse);
        Assert.False(MailboxAttribute.HasChildren.IsSpecialUse);
        Assert.False(default(MailboxAttribute).IsSpecialUse);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Sent")]
    [InlineData(@"\")]
    [InlineData(@"\a b")]
    [InlineData(@"\*")]
    [InlineData("\\a\r\n")]
    public void What_is_not_an_attribute_is_refused(string name) => Assert.Throws<ArgumentException>(() => new MailboxAttribute(name));

    [Fact]
    public void What_a_server_sends_is_kept()
    {
        Assert.Equal("Sent", MailboxAttribute.FromServer("Sent"u8).Name);
        Assert.Equal("ä", MailboxAttribute.FromServer([0xE4]).Name);
    }
}
