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

    [Fact]
    public void Runs_are_the_numbers_one_by_one()
    {
        Random random = new(42);
        for (int i = 0; i < 2000; i++)
        {
            List<uint> numbers = [];
            while (numbers.Count < 40)
            {
                uint first = (uint)(random.NextInt64(1L << 32) >> random.Next(0, 32));
                for (uint more = 0; more < random.Next(1, 25) && first <= uint.MaxValue - more; more++)
                    numbers.Add(first + more);
            }

            Assert.Equal(numbers, ReadRuns(string.Join(random.Next(4) == 0 ? "  " : " ", numbers) + new string(' ', random.Next(0, 9))));
        }
    }

    [Theory]
    [InlineData("9 : 10000000", 9, 9, 2)]
    [InlineData("1 2:34567890", 1, 1, 2)]
    [InlineData("1 2\t34567890", 1, 1, 2)]
    [InlineData("18 19 110 111", 18, 19, 6)]
    [InlineData("001 002 003 10000000", 1, 3, 12)]
    [InlineData("7 8 88 888 8888", 7, 8, 4)]
    public void A_run_ends_where_the_next_number_is_not_consecutive(string text, uint first, uint last, int end)
    {
        int position = 0;
        Assert.True(NumberList.TryReadRun(Encoding.ASCII.GetBytes(text), ref position, out uint from, out uint to));
        Assert.Equal((first, last, end), (from, to, position));
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
    public void What_is_not_a_number_is_left_alone(string text)
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

    private static List<uint> ReadRuns(string text)
    {
        byte[] list = Encoding.ASCII.GetBytes(text);
        int position = 0;
        List<uint> numbers = [];
        while (NumberList.TryReadRun(list, ref position, out uint first, out uint last))
        {
            for (long number = first; number <= last; number++)
                numbers.Add((uint)number);
        }

        return numbers;
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
