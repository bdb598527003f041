using System.Reflection;

namespace ImapAsync.Tests.Primitives;

public sealed class RegisteredNamesTests
{
    [Theory]
    [InlineData(Capability.Idle, "IDLE")]
    [InlineData(Capability.LiteralPlus, "LITERAL+")]
    [InlineData(Capability.CompressDeflate, "COMPRESS=DEFLATE")]
    [InlineData(Capability.Imap4Rev2, "IMAP4rev2")]
    [InlineData(ResponseCodes.TryCreate, "TRYCREATE")]
    [InlineData(ResponseCodes.UnknownCte, "UNKNOWN-CTE")]
    public void A_constant_is_the_name_on_the_wire(string constant, string expected) => Assert.Equal(expected, constant);

    [Theory]
    [InlineData(typeof(Capability))]
    [InlineData(typeof(ResponseCodes))]
    public void No_name_has_two_constants(Type type)
    {
        string[] names = [.. type.GetFields(BindingFlags.Public | BindingFlags.Static).Select(static field => (string)field.GetRawConstantValue()!)];
        Assert.NotEmpty(names);
        Assert.Equal(names, names.Distinct(StringComparer.OrdinalIgnoreCase));
    }

    [Fact]
    public void A_capability_is_found_by_its_constant()
    {
        ImapCapabilities capabilities = ["IMAP4REV1", "idle", "THREAD=REFERENCES"];
        Assert.True(capabilities.Supports(Capability.Idle) && capabilities.Supports(Capability.ThreadReferences));
        Assert.False(capabilities.Supports(Capability.Move));
    }

    [Fact]
    public void A_code_is_recognised_by_its_constant() => Assert.True(new ResponseCode("OverQuota").Is(ResponseCodes.OverQuota));

    [Fact]
    public void Special_uses_and_colours_have_their_registered_names()
    {
        MailboxAttribute[] uses = [MailboxAttribute.Memos, MailboxAttribute.Scheduled, MailboxAttribute.Snoozed];
        Assert.Equal([@"\Memos", @"\Scheduled", @"\Snoozed"], uses.Select(static use => use.Name));
        Assert.All(uses, static use => Assert.True(use.IsSpecialUse));
        Assert.Equal("$MailFlagBit0 $MailFlagBit1 $MailFlagBit2", $"{Flag.MailFlagBit0} {Flag.MailFlagBit1} {Flag.MailFlagBit2}");
    }
}
