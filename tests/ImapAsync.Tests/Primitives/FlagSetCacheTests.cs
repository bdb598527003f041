using System.Text;

namespace ImapAsync.Tests;

public sealed class FlagSetCacheTests
{
    [Theory]
    [InlineData("", "()")]
    [InlineData(@"\Seen", @"(\Seen)")]
    [InlineData(@"\seen \ANSWERED", @"(\Answered \Seen)")]
    [InlineData(@"  \Seen   $Junk ", @"(\Seen $Junk)")]
    [InlineData("\\Seen\t$Junk", @"(\Seen $Junk)")]
    [InlineData(@"\*", @"(\*)")]
    [InlineData(@"NIL \Seen nil", @"(\Seen)")]
    [InlineData("\"\\Seen\" \"$Junk\"", @"(\Seen $Junk)")]
    [InlineData("\"\\\\Seen\"", @"(\Seen)")]
    [InlineData(@"\\Seen", @"(\Seen)")]
    [InlineData("\"\" \\Draft", @"(\Draft)")]
    [InlineData("[a] ]b[ a]", "([a] ]b[ a])")]
    [InlineData(@"\Keyword \$x", @"(\Keyword \$x)")]
    [InlineData("\"two words\"", "(two words)")]
    [InlineData(@"\", @"(\)")]
    [InlineData("{3} a%b* +x", "({3} a%b* +x)")]
    public void Flags_are_read_as_servers_send_them(string list, string flags)
    {
        FlagSetCache cache = new();

        Assert.True(cache.TryRead(Encoding.ASCII.GetBytes(list), out FlagSet? set));
        Assert.Equal(flags, set.ToString());
        Assert.True(cache.TryRead(Encoding.ASCII.GetBytes(list), out FlagSet? again));
        Assert.Same(set, again);
    }

    [Theory]
    [InlineData(new byte[] { 0xC3, 0xA4 }, "ä")]
    [InlineData(new byte[] { 0xE4 }, "ä")]
    public void Octets_beyond_ascii_are_text(byte[] list, string name)
    {
        Assert.True(new FlagSetCache().TryRead(list, out FlagSet? set));
        Assert.Equal(name, Assert.Single(set).Name);
    }

    [Theory]
    [InlineData("(a)")]
    [InlineData("a)")]
    [InlineData("a (")]
    [InlineData("\"a")]
    [InlineData("a\"b")]
    [InlineData("a\0b")]
    [InlineData("a\r\nb")]
    public void What_cannot_be_a_flag_is_reported(string list) => Assert.False(new FlagSetCache().TryRead(Encoding.ASCII.GetBytes(list), out _));

    [Fact]
    public void Reading_the_same_again_allocates_nothing()
    {
        FlagSetCache cache = new();
        Assert.True(cache.TryRead(@"\Seen $Work $Home"u8, out _));

        long before = GC.GetAllocatedBytesForCurrentThread();
        bool found = cache.TryRead(@"\Seen $Work $Home"u8, out FlagSet? set);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.True(found);
        Assert.Equal(3, set!.Count);
    }

    [Fact]
    public void Any_number_of_lists_is_read_right_and_the_cache_stays_small()
    {
        FlagSetCache cache = new();
        for (int round = 0; round < 2; round++)
        {
            for (int i = 0; i < 5000; i++)
            {
                Assert.True(cache.TryRead(Encoding.ASCII.GetBytes($"\\Seen k{i}"), out FlagSet? set));
                Assert.True(set.Contains($"k{i}"));
                Assert.Equal(2, set.Count);
            }
        }
    }

    [Fact]
    public void A_list_of_very_many_flags_is_read_in_time()
    {
        string list = string.Join(' ', Enumerable.Range(0, 50_000).Select(i => $"k{i}"));
        Assert.True(new FlagSetCache().TryRead(Encoding.ASCII.GetBytes(list + " K7"), out FlagSet? set));
        Assert.Equal(50_000, set.Count);
    }

    [Fact]
    public void Known_words_create_no_strings()
    {
        Flag[] flags = [Flag.Seen, Flag.Answered, Flag.Flagged, Flag.Deleted, Flag.Draft, Flag.Recent, Flag.Any, Flag.Forwarded, Flag.MdnSent, Flag.Junk];
        foreach (Flag flag in flags)
            Assert.Same(flag.Name, Flag.FromServer(Encoding.ASCII.GetBytes(flag.Name)).Name);
        Assert.Same(MailboxAttribute.HasNoChildren.Name, MailboxAttribute.FromServer(@"\HasNoChildren"u8).Name);
        Assert.Same(MailboxAttribute.NoSelect.Name, MailboxAttribute.FromServer(@"\Noselect"u8).Name);
        Assert.Equal("$forwarded", Flag.FromServer("$forwarded"u8).Name);
    }
}
