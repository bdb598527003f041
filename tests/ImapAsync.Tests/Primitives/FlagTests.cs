using System.Buffers;
using System.Text;

namespace ImapAsync.Tests;

public sealed class FlagTests
{
    [Fact]
    public void Case_does_not_count_and_is_kept()
    {
        Flag flag = "$FORWARDED";

        Assert.Equal(Flag.Forwarded, flag);
        Assert.True(flag == "$forwarded");
        Assert.Equal(Flag.Forwarded.GetHashCode(), flag.GetHashCode());
        Assert.Equal("$FORWARDED", flag.Name);
        Assert.True(Flag.Seen == @"\sEEN");
        Assert.True(Flag.Seen.IsSystem);
        Assert.False(flag.IsSystem);
        Assert.Equal("", default(Flag).Name);
    }

    [Theory]
    [InlineData("")]
    [InlineData(@"\")]
    [InlineData(@"\*")]
    [InlineData(@"\\Seen")]
    [InlineData("a b")]
    [InlineData("a)")]
    [InlineData("(a")]
    [InlineData("a{")]
    [InlineData("a%")]
    [InlineData("a*")]
    [InlineData("a\"b")]
    [InlineData(@"a\b")]
    [InlineData("a]")]
    [InlineData("a\r\nb")]
    [InlineData("ä")]
    [InlineData("a\u007f")]
    public void A_name_that_no_server_accepts_is_refused(string name) => Assert.Throws<ArgumentException>(() => new Flag(name));

    [Theory]
    [InlineData("Seen", "Use @\"\\Seen\", or Flag.Seen.")]
    [InlineData("DELETED", "Use @\"\\DELETED\", or Flag.Deleted.")]
    [InlineData("draft", "Use @\"\\draft\", or Flag.Draft.")]
    public void A_system_flag_needs_its_backslash(string name, string advice)
    {
        ArgumentException exception = Assert.Throws<ArgumentException>(() => new Flag(name));
        Assert.Contains("not the system flag", exception.Message, StringComparison.Ordinal);
        Assert.Contains(advice, exception.Message, StringComparison.Ordinal);
        Assert.Equal(name, Flag.FromServer(name).Name);
    }

    [Theory]
    [InlineData("a")]
    [InlineData("[Gmail]x", false)]
    [InlineData("[Gmail")]
    [InlineData("NIL")]
    [InlineData("$x:y/z+1")]
    [InlineData(@"\XExtension")]
    public void Other_names_are_accepted(string name, bool valid = true)
    {
        if (valid)
            Assert.Equal(name, new Flag(name).Name);
        Assert.Equal(name, Written([Flag.FromServer(name)])[1..^1]);
    }

    [Theory]
    [InlineData("a) (b")]
    [InlineData("a b")]
    [InlineData("a\r\nA1 LOGOUT")]
    [InlineData("a\"")]
    [InlineData(@"a\b")]
    [InlineData("a{3}")]
    [InlineData(@"\*")]
    public void What_a_server_calls_a_flag_cannot_smuggle_a_command(string name)
    {
        FlagSet set = [Flag.FromServer(name)];
        Assert.True(set.Contains(Flag.FromServer(name)));
        Assert.Throws<InvalidOperationException>(() => Written(set));
    }

    [Fact]
    public void A_set_holds_each_flag_once()
    {
        FlagSet set = [Flag.Seen, "$Work", @"\seen", "$WORK", Flag.Deleted, "$Home"];

        Assert.Equal(@"(\Deleted \Seen $Work $Home)", set.ToString());
        Assert.Equal(@"(\Deleted \Seen $Work $Home)", Written(set));
        Assert.Equal(4, set.Count);
        Assert.Equal([Flag.Deleted, Flag.Seen, "$Work", "$Home"], set);
        Assert.True(set.Contains("$home"));
        Assert.True(set.Contains(Flag.Seen));
        Assert.False(set.Contains(Flag.Draft));
        Assert.False(set.Contains("$x"));
    }

    [Theory]
    [InlineData(@"\Seen")]
    [InlineData(@"\Answered")]
    [InlineData(@"\Flagged")]
    [InlineData(@"\Deleted")]
    [InlineData(@"\Draft")]
    [InlineData(@"\Recent")]
    [InlineData(@"\SEEN")]
    [InlineData(@"\drafts")]
    [InlineData(@"\delete")]
    [InlineData(@"\Extension")]
    [InlineData("Seen")]
    [InlineData("d")]
    public void Every_flag_is_found_again(string name)
    {
        Flag flag = Flag.FromServer(name);
        FlagSet set = [flag];
        Assert.True(set.Contains(flag));
        Assert.Equal(flag, Assert.Single(set));
        Assert.Empty(set - set);
    }

    [Fact]
    public void Sets_join_and_subtract()
    {
        FlagSet left = [Flag.Seen, "$a", "$b"];
        FlagSet right = [Flag.Seen, Flag.Draft, "$B", "$c"];

        Assert.Equal([Flag.Seen, Flag.Draft, "$a", "$b", "$c"], left | right);
        Assert.Equal(["$a"], left - right);
        Assert.Equal([Flag.Seen, "$a", "$b", Flag.Flagged], left | Flag.Flagged);
        Assert.Equal(left, left - Flag.Recent);
        Assert.Equal(FlagSet.Empty, left - left);
    }

    [Fact]
    public void Order_does_not_count()
    {
        FlagSet left = ["$a", "$b", Flag.Seen];
        FlagSet right = [Flag.Seen, "$B", "$a"];

        Assert.True(left == right);
        Assert.Equal(left.GetHashCode(), right.GetHashCode());
        Assert.True(left != (right | Flag.Draft));
        Assert.True(left != ["$a", "$c", Flag.Seen]);
        Assert.Same(FlagSet.Empty, FlagSet.Of());
        Assert.Equal("()", Written([]));
    }

    [Fact]
    public void Lookup_and_enumeration_allocate_nothing()
    {
        FlagSet set = [Flag.Seen, "$a"];
        static int Work(FlagSet set)
        {
            int found = set.Contains(Flag.Seen) ? 1 : 0;
            foreach (Flag flag in set)
                found += flag == Flag.Draft ? 1 : 0;
            return found;
        }

        Assert.Equal(0, Allocated.By(() => Work(set)));
    }

    private static string Written(FlagSet set)
    {
        ArrayBufferWriter<byte> output = new();
        set.WriteTo(output);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }
}
