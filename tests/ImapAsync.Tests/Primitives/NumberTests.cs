namespace ImapAsync.Tests;

public sealed class NumberTests
{
    [Fact]
    public void Zero_is_not_a_number()
    {
        Assert.Contains("0 is not a UID", Assert.Throws<ArgumentOutOfRangeException>(() => new Uid(0)).Message, StringComparison.Ordinal);
        Assert.Contains("0 is not a sequence number", Assert.Throws<ArgumentOutOfRangeException>(() => new SequenceNumber(0)).Message, StringComparison.Ordinal);
        Assert.Contains("0 is not a UIDVALIDITY", Assert.Throws<ArgumentOutOfRangeException>(() => new UidValidity(0)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => (Uid)0u);
    }

    [Fact]
    public void The_next_UID_is_the_lowest_that_a_later_message_can_have()
    {
        Assert.Equal(new Uid(8), new Uid(7).Next);
        Assert.Equal(new Uid(1), default(Uid).Next);
        Assert.Equal(new Uid(uint.MaxValue), new Uid(uint.MaxValue - 1).Next);
        Assert.Contains("last UID", Assert.Throws<InvalidOperationException>(() => new Uid(uint.MaxValue).Next).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_server_does_not_know_is_null()
    {
        Assert.Null(Uid.FromServer(0));
        Assert.Null(SequenceNumber.FromServer(0));
        Assert.Null(UidValidity.FromServer(0));
        Assert.Null(ModSequence.FromServer(0));
        Assert.Null(ModSequence.FromServer(1UL << 63));
        Assert.Equal(new Uid(uint.MaxValue), Uid.FromServer(uint.MaxValue));
        Assert.Equal(new ModSequence(long.MaxValue), ModSequence.FromServer(long.MaxValue));
    }

    [Fact]
    public void Numbers_compare_and_print_as_numbers()
    {
        Assert.True(new Uid(9) < new Uid(10) && new Uid(10) > new Uid(9) && new Uid(9) <= new Uid(9) && new Uid(9) >= new Uid(9));
        Assert.True(new SequenceNumber(9) < new SequenceNumber(10));
        Assert.True(new ModSequence(9) < new ModSequence(10));
        Assert.Equal("4294967295", new Uid(uint.MaxValue).ToString());
        Assert.Equal("9223372036854775807", new ModSequence(long.MaxValue).ToString());
        Assert.Equal(7u, (uint)(Uid)7u);
        Assert.Equal([new Uid(1), new Uid(2)], new[] { new Uid(2), new Uid(1) }.Order());
    }

    [Fact]
    public void A_mod_sequence_has_63_bits()
    {
        Assert.Equal(0UL, new ModSequence(0).Value);
        Assert.Throws<ArgumentOutOfRangeException>(() => new ModSequence((ulong)long.MaxValue + 1));
    }
}
