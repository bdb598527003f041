using System.Globalization;
using System.Text;

namespace ImapAsync.Tests;

public sealed class NumberListTests
{
    [Fact]
    public void Numbers_of_every_length_are_read_at_every_place()
    {
        Random random = new(41);
        for (int i = 0; i < 2000; i++)
        {
            uint[] numbers = new uint[random.Next(0, 12)];
            for (int j = 0; j < numbers.Length; j++)
                numbers[j] = (uint)(random.NextInt64(1L << 32) >> random.Next(0, 32));
            string text = string.Concat(numbers.Select(n => new string(' ', random.Next(1, 3)) + n.ToString(CultureInfo.InvariantCulture)));

            Assert.Equal(numbers, Read(text + new string(' ', random.Next(0, 9))));
            Assert.Equal(numbers, Read(text.TrimStart() + "(MODSEQ 7)"));
        }
    }

    [Theory]
    [InlineData("1234567/")]
    [InlineData("1:234567 ")]
    [InlineData("1;234567 1234567")]
    [InlineData("12345678901 ")]
    [InlineData("4294967296")]
    [InlineData("99999999999999999999")]
    [InlineData("1\u00001234567")]
    [InlineData("-1")]
    [InlineData("\"1\"")]
    public void What_is_no_number_is_left_standing(string text)
    {
        byte[] list = Encoding.ASCII.GetBytes("  4294967295  " + text);
        int position = 0;
        Assert.True(NumberList.TryRead(list, ref position, out uint number));
        Assert.Equal(uint.MaxValue, number);
        Assert.False(NumberList.TryRead(list, ref position, out _));
        Assert.Equal(14, position);
        Assert.True(NumberList.TryReadOther(list, ref position, out ResponseValue other));
        Assert.Equal(text.Split(' ')[0], Encoding.ASCII.GetString(other.Octets));
    }

    private static uint[] Read(string text)
    {
        byte[] list = Encoding.ASCII.GetBytes(text);
        int position = 0;
        List<uint> numbers = [];
        while (NumberList.TryRead(list, ref position, out uint number))
            numbers.Add(number);
        return [.. numbers];
    }
}
