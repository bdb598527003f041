using System.Text;

namespace ImapAsync.Tests;

public class ParameterizedValueTests
{
    [Theory]
    [InlineData("text/plain", "text/plain", "")]
    [InlineData("text/plain; charset=utf-8", "text/plain", "charset=utf-8")]
    [InlineData("text/plain;charset=\"utf-8\" ; format=flowed;", "text/plain", "charset=utf-8|format=flowed")]
    [InlineData("text/plain; charset=us-ascii (Plain text)", "text/plain", "charset=us-ascii")]
    [InlineData("text/plain (really); charset=us-ascii", "text/plain", "charset=us-ascii")]
    [InlineData("application/pdf;\r\n\tname=\"a; b \\\"c\\\".pdf\"", "application/pdf", "name=a; b \"c\".pdf")]
    [InlineData("application/pdf; name=my report (1).pdf", "application/pdf", "name=my report (1).pdf")]
    [InlineData("attachment; filename=\"never closed.pdf", "attachment", "filename=never closed.pdf")]
    [InlineData("attachment; filename=\"a\r\n b.pdf\"", "attachment", "filename=a b.pdf")]
    [InlineData("attachment; filename*0*=utf-8''%E6%97; filename*1*=%A5", "attachment", "filename=\u65E5")]
    [InlineData("attachment; filename=\"=?utf-8?B?5pel?=\"", "attachment", "filename=\u65E5")]
    [InlineData("inline; ; a; =b; c=d", "inline", "c=d")]
    [InlineData("a=b", "a=b", "")]
    [InlineData("; a=b", "", "a=b")]
    [InlineData("", "", "")]
    [InlineData("x; a=(unclosed; b=c", "x", "a=(unclosed|b=c")]
    public void Values_and_parameters_are_distinguished(string header, string value, string parameters)
    {
        ParameterizedValue parsed = ParameterizedValue.Parse(Encoding.Latin1.GetBytes(header));
        Assert.Equal(value, parsed.Value);
        Assert.Equal(parameters, string.Join('|', parsed.Parameters.Select(parameter => $"{parameter.Key}={parameter.Value}")));
    }
}
