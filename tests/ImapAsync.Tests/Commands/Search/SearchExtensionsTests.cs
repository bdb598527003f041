using NSubstitute;

namespace ImapAsync.Tests;

public sealed class SearchExtensionsTests
{
    private readonly IImapMailbox _mailbox = Substitute.For<IImapMailbox>();

    [Fact]
    public async Task Searches_are_by_uid_and_return_the_value()
    {
        using CancellationTokenSource source = new();
        SearchResult found = new() { Uids = [new Uid(3), new Uid(4)] };
        SearchQuery query = SearchQuery.Seen;
        _mailbox.SendAsync(new UidSearchCommand(query), source.Token).Returns(new ImapResult<SearchResult>(found));
        _mailbox.SendAsync(new UidSearchCommand(query, SearchReturnOptions.Count), source.Token).Returns(new ImapResult<SearchResult>(new SearchResult { Count = 2 }));
        _mailbox.SendAsync(new UidSearchCommand(query) { Partial = new(1, 10) }, source.Token).Returns(new ImapResult<SearchResult>(new SearchResult { Count = 3 }));
        _mailbox.SendAsync(new SearchCommand(query), source.Token).Returns(new ImapResult<SequenceSearchResult>(new SequenceSearchResult { Numbers = SequenceSet.Last }));

        Assert.Same(found, await _mailbox.SearchAsync(query, source.Token));
        Assert.Equal(2, found.Count);
        Assert.Equal(2, (await _mailbox.SearchAsync(query, SearchReturnOptions.Count, source.Token)).Count);
        Assert.Equal(3, (await _mailbox.SearchAsync(query, new PartialRange(1, 10), source.Token)).Count);
        Assert.Equal(SequenceSet.Last, (await _mailbox.SearchNumbersAsync(query, source.Token)).Numbers);
    }

    [Fact]
    public async Task A_refusal_is_an_exception_that_has_the_code()
    {
        _mailbox.SendAsync(Arg.Any<UidSearchCommand>(), Arg.Any<CancellationToken>())
            .Returns(new ImapResult<SearchResult>(ImapStatus.No, new ResponseCode("BADCHARSET"), "No such charset", "UID SEARCH"));

        ImapCommandException e = await Assert.ThrowsAsync<ImapCommandException>(async () => await _mailbox.SearchAsync(SearchQuery.Subject("ö")));
        Assert.Equal("BADCHARSET", e.Code?.Name);
    }

    [Fact]
    public async Task A_list_with_holes_is_not_mistaken_for_the_whole()
    {
        _mailbox.SendAsync(Arg.Any<UidSearchCommand>(), Arg.Any<CancellationToken>())
            .Returns(new ImapResult<SearchResult>(new SearchResult()) { Malformed = [new MalformedResponse("SEARCH", default, "Expected a number.")] });

        ImapProtocolException e = await Assert.ThrowsAsync<ImapProtocolException>(async () => await _mailbox.SearchAsync(SearchQuery.All));
        Assert.Contains("UID SEARCH is not complete. Expected a number.", e.Message, StringComparison.Ordinal);
    }
}
