using ImapAsync.Extensibility;

namespace ImapAsync.Tests;

public sealed class KeptResponsesTests
{
    [Fact]
    public void A_response_is_taken_unchanged_and_once()
    {
        KeptResponses kept = new(limit: 100);
        Add(kept, "12 FETCH (BODY[] {3+}\r\na\nb)", "(a) b", "xpush one", "12 EXPUNGE");

        UntypedResponse fetch = Assert.Single(kept.Take("fetch"));
        Assert.Equal("FETCH", fetch.Name);
        Assert.Equal(12u, fetch.Number);
        Assert.Equal("12 FETCH (BODY[] {3+}\r\na\nb)", fetch.Text);
        Assert.Empty(kept.Take("FETCH"));
        Assert.Equal("XPUSH", Assert.Single(kept.Take("XPush")).Name);
        Assert.Equal("(a) b", Assert.Single(kept.Take("")).Text);
        Assert.Equal(12u, Assert.Single(kept.Take("EXPUNGE")).Number);
    }

    [Fact]
    public void A_code_is_taken_by_its_name_and_has_its_own_entry()
    {
        KeptResponses kept = new(limit: 100);
        Add(kept, "OK next");
        kept.Add(new StatusResponse(StatusKind.Ok, new ResponseCode("UIDNEXT", "7"u8.ToArray()), ""));
        kept.Add(new StatusResponse(StatusKind.Ok, new ResponseCode("7BIT"), ""));

        UntypedResponse next = Assert.Single(kept.Take("UIDNEXT"));
        Assert.Equal("UIDNEXT 7", next.Text);
        Assert.Null(next.Number);
        UntypedResponse code = Assert.Single(kept.Take("7bit"));
        Assert.Equal(("7BIT", "7BIT"), (code.Name, code.Text));
        Assert.Equal("OK next", Assert.Single(kept.Take("OK")).Text);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_response_and_its_code_are_taken_separately(bool codeFirst)
    {
        KeptResponses kept = new(limit: 100);
        Add(kept, "1 EXISTS", "OK [UidNext 7 (a]b)] next", "NO [ALERT] \u00E9");
        UntypedResponse? code = codeFirst ? Assert.Single(kept.Take("UIDNEXT")) : null;
        UntypedResponse response = Assert.Single(kept.Take("OK"));
        code ??= Assert.Single(kept.Take("UIDNEXT"));

        Assert.Equal(("OK", "OK [UidNext 7 (a]b)] next"), (response.Name, response.Text));
        Assert.Equal(("UIDNEXT", "UIDNEXT 7 (a"), (code.Name, code.Text));
        Assert.Empty(kept.Take("OK"));
        Assert.Empty(kept.Take("UIDNEXT"));
        Assert.Equal("ALERT \u00E9", Assert.Single(kept.Take("alert")).Text);
        Assert.Equal("NO [ALERT] \u00E9", Assert.Single(kept.Take("NO")).Text);
        Assert.Equal("1 EXISTS", Assert.Single(kept.Take("EXISTS")).Text);
    }

    // Such text is kept as UTF-8, which is longer.
    [Fact]
    public void An_alert_in_Latin_1_takes_no_room_from_what_follows()
    {
        KeptResponses kept = new(limit: 100);
        foreach (string response in (string[])["1 EXISTS", $"NO [ALERT] {new string('\u00E9', 20)}", "2 EXISTS", $"OK [X-CODE {new string('\u00E9', 20)}]", "3 EXISTS"])
        {
            byte[] raw = System.Text.Encoding.Latin1.GetBytes(response);
            kept.Add(new UntaggedResponse(raw, ImapLimits.Default, utf8: false, StatusResponse.TryParse(raw, out StatusResponse status) ? status.Code : null));
        }

        Assert.Single(kept.Take("NO"));
        Assert.Single(kept.Take("OK"));

        Assert.Equal(["1 EXISTS", "2 EXISTS", "3 EXISTS"], kept.Take("EXISTS").Select(static response => response.Text));
        Assert.Equal($"ALERT {new string('\u00E9', 20)}", Assert.Single(kept.Take("ALERT")).Text);
        Assert.Equal($"X-CODE {new string('\u00E9', 20)}", Assert.Single(kept.Take("X-CODE")).Text);
    }

    [Fact]
    public void Of_too_many_responses_and_codes_the_last_of_each_are_kept()
    {
        KeptResponses kept = new(limit: 2);
        for (int i = 0; i < 1000; i++)
            Add(kept, $"OK [X{i % 3} {i}] text");
        Assert.Equal(["OK [X2 998] text", "OK [X0 999] text"], kept.Take("OK").Select(static response => response.Text));
        Assert.Equal(["X0 996", "X0 999"], kept.Take("X0").Select(static response => response.Text));
        Assert.Equal(["X1 994", "X1 997"], kept.Take("X1").Select(static response => response.Text));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Of_each_name_the_last_are_kept(int limit)
    {
        KeptResponses kept = new(limit);
        for (int i = 0; i < 1000; i++)
            Add(kept, $"{i} EXISTS", $"X{i % 7} {i}");
        Assert.Equal(Enumerable.Range(1000 - limit, limit).Select(static i => $"{i} EXISTS"), kept.Take("EXISTS").Select(static response => response.Text));
        for (int name = 0; name < 7; name++)
        {
            IEnumerable<string> last = Enumerable.Range(0, 1000).Where(i => i % 7 == name).TakeLast(limit).Select(i => $"X{name} {i}");
            Assert.Equal(last, kept.Take($"x{name}").Select(static response => response.Text));
        }
    }

    [Fact]
    public void Of_too_many_names_the_first_are_kept_and_a_name_that_was_taken_makes_room()
    {
        KeptResponses kept = new(limit: 2);
        for (int i = 0; i < 10_000; i++)
            Add(kept, $"X{i} {i}");
        Assert.Equal("X0 0", Assert.Single(kept.Take("X0")).Text);
        int left = Enumerable.Range(0, 10_000).Count(i => kept.Take($"X{i}").Count > 0);
        Assert.InRange(left, 99, 200);

        Add(kept, "X0 again");
        Assert.Equal("X0 again", Assert.Single(kept.Take("X0")).Text);
    }

    [Fact]
    public void Nothing_is_kept_when_nothing_should_be()
    {
        KeptResponses kept = new(limit: 0);
        Add(kept, "1 EXISTS");
        kept.Add(new StatusResponse(StatusKind.Ok, new ResponseCode("TRYCREATE"), ""));
        Assert.Empty(kept.Take("EXISTS"));
        Assert.Empty(kept.Take("TRYCREATE"));
    }

    [Fact]
    public void What_is_cleared_is_gone()
    {
        KeptResponses kept = new(limit: 2);
        Add(kept, "1 EXISTS");
        kept.Clear();
        Assert.Empty(kept.Take("EXISTS"));
        Add(kept, "2 EXISTS");
        Assert.Equal("2 EXISTS", Assert.Single(kept.Take("EXISTS")).Text);
    }

    private static void Add(KeptResponses kept, params string[] responses)
    {
        foreach (string response in responses)
            kept.Add(Answers.Untagged(response));
    }
}
