namespace ImapAsync.Tests;

public class MimeParametersTests
{
    [Fact]
    public void Names_are_found_in_any_case_and_values_kept()
    {
        MimeParameters parameters = new([new("CHARSET", "UTF-8"), new("Format", "flowed")]);
        Assert.Equal(2, parameters.Count);
        Assert.Equal("UTF-8", parameters["charset"]);
        Assert.True(parameters.ContainsKey("FORMAT"));
        Assert.False(parameters.TryGetValue("name", out _));
        Assert.Equal(["CHARSET", "Format"], parameters.Keys);
        Assert.Equal(["UTF-8", "flowed"], parameters.Values);
        Assert.Equal("CHARSET=\"UTF-8\"; Format=\"flowed\"", parameters.ToString());
        Assert.Throws<KeyNotFoundException>(() => parameters["name"]);
    }

    [Fact]
    public void Without_parameters_there_is_one_instance()
    {
        Assert.Same(MimeParameters.Empty, MimeParameters.Of([]));
        Assert.Empty(MimeParameters.Empty);
    }

    [Fact]
    public void One_parameter_that_needs_no_decoding_is_like_any_other()
    {
        MimeParameters parameters = MimeParameters.Of([new("Charset", "utf-8")]);
        Assert.Equal(new KeyValuePair<string, string>("Charset", "utf-8"), Assert.Single(parameters));
        Assert.Equal(parameters, parameters.Raw);
        Assert.Equal(("utf-8", 1), (parameters["CHARSET"], parameters.Count));
        Assert.Equal(["Charset"], parameters.Keys);
        Assert.Equal(["utf-8"], parameters.Values);
        Assert.Equal("Charset=\"utf-8\"", parameters.ToString());
        Assert.False(parameters.ContainsKey("name"));
    }

    [Theory]
    [InlineData("name*", "utf-8''%C3%BC", "\u00FC")]
    [InlineData("name*0", "a", "a")]
    [InlineData("name", "=?utf-8?q?=C3=BC?=", "\u00FC")]
    public void One_parameter_that_needs_decoding_is_decoded(string name, string value, string decoded)
    {
        MimeParameters parameters = MimeParameters.Of([new(name, value)]);
        Assert.Equal(decoded, parameters["name"]);
        Assert.Equal(new KeyValuePair<string, string>(name, value), Assert.Single(parameters.Raw));
    }

    [Fact]
    public void The_raw_parameters_stay_available()
    {
        MimeParameters parameters = new([new("name*0*", "utf-8''a"), new("name*1", "b")]);
        Assert.Equal("ab", parameters["name"]);
        Assert.Single(parameters);
        Assert.Equal([new("name*0*", "utf-8''a"), new("name*1", "b")], parameters.Raw);
    }

    // Each case: name=value pairs, separated by "|", and the expected value of "name".
    [Theory]
    [InlineData("name=a.txt", "a.txt")]
    [InlineData("name*0=http://|name*1=ftp.example/", "http://ftp.example/")]
    [InlineData("NAME*1=b|Name*0=a|name*2=c", "abc")]
    [InlineData("name*=us-ascii'en-us'This%20is%20%2A%2A%2Afun%2A%2A%2A", "This is ***fun***")]
    [InlineData(
        "name*0*=us-ascii'en'This%20is%20even%20more%20|name*1*=%2A%2A%2Afun%2A%2A%2A%20|name*2=isn't it!",
        "This is even more ***fun*** isn't it!")]
    [InlineData("name*=utf-8''%e2%82%ac%20rates", "\u20AC rates")]
    [InlineData("name*=iso-8859-1'en'%A3%20rates", "\u00A3 rates")]
    [InlineData("name*=shift_jis''%93%FA%96%7B.txt", "\u65E5\u672C.txt")]
    [InlineData("name*0*=utf-8''%E6%97|name*1*=%A5.txt", "\u65E5.txt")]
    [InlineData("name*0*=utf-8''a%20|name*1=b%20c|name*2*=%20d", "a b%20c d")]
    public void RFC_2231_forms_are_joined_and_decoded(string pairs, string expected) => Check(pairs, expected);

    [Theory]
    [InlineData("name=fallback.txt|name*=utf-8''r%C3%A9al.txt", "r\u00E9al.txt")]
    [InlineData("name*=utf-8''r%C3%A9al.txt|name=fallback.txt", "r\u00E9al.txt")]
    [InlineData("name=fallback.txt|name*0*=utf-8''r%C3%A9|name*1=al.txt", "r\u00E9al.txt")]
    [InlineData("name=fallback.txt|name*1=lost its start", "fallback.txt")]
    [InlineData("name=first|name=second", "first")]
    [InlineData("name*=utf-8''first|name*=utf-8''second", "first")]
    [InlineData("name*0=first|name*0=second|name*1=!", "first!")]
    public void The_better_form_counts(string pairs, string expected) => Check(pairs, expected);

    [Theory]
    [InlineData("name==?utf-8?B?5pel5pys?=", "\u65E5\u672C")]
    [InlineData("name==?utf-8?Q?r=C3=A9sum=C3=A9.pdf?=", "r\u00E9sum\u00E9.pdf")]
    [InlineData("name==?utf-8?Q?a?= =?utf-8?Q?b?=.txt", "ab.txt")]
    [InlineData("name*0==?utf-8?B?5pel|name*1=5pys?=", "\u65E5\u672C")]
    [InlineData("name*==?utf-8?Q?=C3=A9?=", "\u00E9")]
    [InlineData("name==?x-klingon?Q?a?=", "=?x-klingon?Q?a?=")]
    public void Misplaced_encoded_words_are_decoded(string pairs, string expected) => Check(pairs, expected);

    [Theory]
    [InlineData("name*=plain.txt", "plain.txt")]
    [InlineData("name*=r%C3%A9al.txt", "r\u00E9al.txt")]
    [InlineData("name*=''r%C3%A9al.txt", "r\u00E9al.txt")]
    [InlineData("name*=x-klingon''caf%C3%A9", "caf\u00E9")]
    [InlineData("name*=it's Bob's.txt", "it's Bob's.txt")]
    [InlineData("name*=utf-8'raw \u00FC", "utf-8'raw \u00FC")]
    [InlineData("name*=utf-8''raw \u00FC %C3%BC", "raw \u00FC \u00FC")]
    [InlineData("name*=utf-8''100%", "100%")]
    [InlineData("name*=utf-8''100%zz%4", "100%zz%4")]
    [InlineData("name*=utf-8''a%FFb", "a\uFFFDb")]
    [InlineData("name*=utf-8''", "")]
    [InlineData("name*0*=utf-8''a%0D%0Ab", "a  b")]
    [InlineData("name*0=a|name*2=lost", "a")]
    [InlineData("name*1=b|name*2=c", "bc")]
    [InlineData("name*00=a|name*01=b", "ab")]
    [InlineData("name*0=a|name*999999999=b", "a")]
    [InlineData("name=a|name*99999999999999999999=b", "a")]
    [InlineData("name=a|name*-1=b|name*x=c|name**=d|*=e|**0=f", "a")]
    public void Malformed_forms_do_no_harm(string pairs, string expected) => Check(pairs, expected);

    [Fact]
    public void A_boundary_is_not_mistaken_for_an_encoded_word()
    {
        MimeParameters parameters = new([new("boundary", "=?utf-8?Q?a?="), new("name", "=?utf-8?Q?a?=")]);
        Assert.Equal("=?utf-8?Q?a?=", parameters["boundary"]);
        Assert.Equal("a", parameters["name"]);
    }

    private static void Check(string pairs, string expected)
    {
        IEnumerable<string[]> split = pairs.Split('|').Select(pair => pair.Split('=', 2));
        MimeParameters parameters = new(split.Select(pair => KeyValuePair.Create(pair[0], pair[1])));
        Assert.Equal(expected, parameters["name"]);
    }
}
