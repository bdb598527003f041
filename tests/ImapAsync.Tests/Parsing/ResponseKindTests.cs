using System.Text;
using ImapAsync.Extensibility;

namespace ImapAsync.Tests;

public sealed class ResponseKindTests
{
    // RFC 9051 §7, and the extensions that the library knows.
    private static readonly string[] WithArguments =
    [
        "ID", "LANGUAGE", "COMPARATOR", "NAMESPACE", "LIST", "LSUB", "XLIST", "STATUS", "ACL", "MYRIGHTS", "LISTRIGHTS",
        "QUOTA", "QUOTAROOT", "METADATA", "ANNOTATION", "FLAGS", "SEARCH", "SORT", "ESEARCH", "THREAD", "VANISHED",
    ];

    private static readonly string[] WithoutArguments =
        ["OK", "NO", "BAD", "BYE", "PREAUTH", "CAPABILITY", "ENABLED", "EXISTS", "RECENT", "FETCH", "EXPUNGE"];

    public static TheoryData<string> Names => [.. WithArguments, .. WithoutArguments];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_name_has_the_kind_of_that_name(string name)
    {
        byte[] lower = Encoding.ASCII.GetBytes(name.ToLowerInvariant());

        ResponseKind kind = ResponseNames.KindOf(lower);

        Assert.Equal(name, kind.ToString().ToUpperInvariant());
        Assert.Equal(kind, new UntaggedResponse(lower, ImapLimits.Default).Kind);
    }

    [Fact]
    public void Every_kind_has_a_name() => Assert.Equal(
        Enum.GetValues<ResponseKind>().Except([ResponseKind.Other, ResponseKind.Extension]),
        [.. Names.Select(static row => ResponseNames.KindOf(Encoding.ASCII.GetBytes((string)row))).Order()]);

    [Theory]
    [InlineData("EXPUNGED", nameof(ResponseKind.Expunge))]
    [InlineData("UIDFETCH", nameof(ResponseKind.Extension))]
    [InlineData("XFOUND", nameof(ResponseKind.Other))]
    [InlineData("FETCHED", nameof(ResponseKind.Other))]
    [InlineData("", nameof(ResponseKind.Other))]
    public void Other_names(string name, string kind) =>
        Assert.Equal(kind, ResponseNames.KindOf(Encoding.ASCII.GetBytes(name)).ToString());

    [Fact]
    public void Only_those_with_arguments_fit_one() => Assert.Equal(
        WithArguments,
        WithArguments.Concat(WithoutArguments)
            .Where(static name => ResponseNames.Fits(ResponseNames.KindOf(Encoding.ASCII.GetBytes(name)), "(x)"u8)));
}
