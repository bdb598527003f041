namespace ImapAsync.Tests;

/// <summary>Types with implicit conversions from text, and their operators: text beside them stays text, and a comparison never throws.</summary>
public sealed class RightsTextTests
{
    [Fact]
    public void Text_and_rights_are_concatenated()
    {
        Rights rights = Rights.Lookup + Rights.Read;
        Assert.Equal("my rights: lr", "my rights: " + rights);
        Assert.Equal("lr are mine", rights + " are mine");
        Assert.Equal("lr", (string?)null + rights);
        Assert.Equal("lr", rights + (string?)null);
        Assert.Equal("l, r!", Rights.Lookup + ", " + Rights.Read + "!");
    }

    [Fact]
    public void Letters_and_rights_are_the_rights_of_both()
    {
        Rights rights = "lr" + Rights.Insert;
        Assert.Equal(new Rights("lri"), rights);
        rights = Rights.Insert + "lr";
        Assert.Equal(new Rights("lri"), rights);
        rights += "kx";
        Assert.Equal(new Rights("lrikx"), rights);
        rights -= "kx";
        Assert.Equal(new Rights("lri"), rights);
        Assert.True(rights.Contains("li"));
    }

    [Fact]
    public void A_comparison_with_text_does_not_throw()
    {
        const string? nothing = null;
        Assert.True(Rights.Lookup == "l");
        Assert.True(Rights.Lookup != "my rights");
        Assert.False(Rights.None == nothing);
        Assert.True(Flag.Seen == "\\SEEN");
        Assert.True(Flag.Seen != "no flag");
        Assert.False(default(Flag) == nothing);
        Assert.True(MailboxAttribute.Sent == "\\sent");
        Assert.True(MailboxAttribute.Sent != "no attribute");
        Assert.False(default(MailboxAttribute) == nothing);
        Assert.True(MailboxName.Inbox == "inbox");
        Assert.True(MailboxName.Inbox != "in\r\nbox");
        Assert.False(default(MailboxName) == nothing);
        Assert.Equal("flag \\Seen, mailbox INBOX", "flag " + Flag.Seen + ", mailbox " + MailboxName.Inbox);
    }
}
