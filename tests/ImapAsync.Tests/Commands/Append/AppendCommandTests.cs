using ImapAsync.Extensibility;
using NSubstitute;

namespace ImapAsync.Tests;

public sealed class AppendCommandTests
{
    private static readonly DateTimeOffset Date = new(1996, 7, 17, 2, 44, 25, 999, TimeSpan.FromHours(-7));

    public static TheoryData<ImapCommand, string> Commands => new()
    {
        { new AppendCommand("saved-messages", Message("abc")), "APPEND saved-messages {3+}\r\nabc" },
        { new AppendCommand("Sent Mail", Message("abc") with { Flags = Flag.Seen }), "APPEND \"Sent Mail\" (\\Seen) {3+}\r\nabc" },
        {
            new AppendCommand("x", Message("a\r\n") with { Flags = [Flag.Seen, Flag.Recent, "$Forwarded"], InternalDate = Date }),
            "APPEND x (\\Seen $Forwarded) \"17-Jul-1996 02:44:25 -0700\" {3+}\r\na\r\n"
        },
        { new AppendCommand("x", Message("a") with { Flags = Flag.Recent }), "APPEND x {1+}\r\na" },
        {
            new AppendCommand("x", Message("a") with { InternalDate = new DateTimeOffset(2026, 1, 2, 3, 4, 5, new TimeSpan(5, 30, 0)) }),
            "APPEND x \"02-Jan-2026 03:04:05 +0530\" {1+}\r\na"
        },
        { new AppendCommand("x", Message("a\0b") with { Form = AppendForm.Binary }), "APPEND x ~{3+}\r\na\0b" },
        { new AppendCommand("x", Message("ü") with { Form = AppendForm.Utf8, Flags = Flag.Draft }), "APPEND x (\\Draft) UTF8 (~{2+}\r\nü)" },
        {
            new AppendCommand("x", [Message("one") with { Flags = Flag.Seen }, Message("two") with { InternalDate = Date }, Message("three")]),
            "APPEND x (\\Seen) {3+}\r\none \"17-Jul-1996 02:44:25 -0700\" {3+}\r\ntwo {5+}\r\nthree"
        },
        {
            new AppendCommand("Drafts", new AppendMessage(
                [CatenatePart.Text("abc"u8.ToArray()), CatenatePart.Url("/Drafts;UIDVALIDITY=385759045/;UID=20/;section=HEADER")]) { Flags = [Flag.Seen, Flag.Draft] }),
            "APPEND Drafts (\\Seen \\Draft) CATENATE (TEXT {3+}\r\nabc URL \"/Drafts;UIDVALIDITY=385759045/;UID=20/;section=HEADER\")"
        },
        {
            new AppendCommand("x", new AppendMessage([CatenatePart.Text("a\0"u8.ToArray(), AppendForm.Binary), CatenatePart.Text("ü"u8.ToArray(), AppendForm.Utf8)])),
            "APPEND x CATENATE (TEXT ~{2+}\r\na\0 UTF8 (~{2+}\r\nü))"
        },
        { new ReplaceCommand(new SequenceNumber(4), "Drafts", Message("abc") with { Flags = Flag.Draft }), "REPLACE 4 Drafts (\\Draft) {3+}\r\nabc" },
        {
            new UidReplaceCommand(new Uid(3002), "Drafts", new AppendMessage([CatenatePart.Text("To: x"u8.ToArray()), CatenatePart.Url("/Drafts/;UID=3002")])),
            "UID REPLACE 3002 Drafts CATENATE (TEXT {5+}\r\nTo: x URL \"/Drafts/;UID=3002\")"
        },
    };

    [Theory]
    [MemberData(nameof(Commands))]
    public void Commands_are_written_as_the_rfcs_define_them(ImapCommand command, string expected) => Assert.Equal(expected, Encoded.Of(command));

    [Fact]
    public void A_stream_is_sent_from_its_position_and_not_kept()
    {
        MemoryStream stream = new([1, 2, 3, 4, 5]) { Position = 2 };
        string before = Encoded.Of(
            new AppendCommand("x", Message("two") with { Flags = Flag.Seen }), new EncodingOptions(LiteralMode.Plus, Utf8: false, 2), out IReadOnlyList<OutboundLiteral> large);
        Assert.Equal("APPEND x (\\Seen) {3}\r\n", before);
        Assert.True(Assert.Single(large).Synchronizing);

        before = Encoded.Of(
            new AppendCommand("x", [new AppendMessage(ImapLiteral.From(stream)), Message("b")]), new EncodingOptions(LiteralMode.Plus, Utf8: false, long.MaxValue, Encoded.AllExtensions), out IReadOnlyList<OutboundLiteral> streamed);
        Assert.Equal("APPEND x {3+}\r\n {1+}\r\nb", before);
        Assert.Equal(3, Assert.Single(streamed).Source.Length);
        Assert.False(streamed[0].Synchronizing);
        Assert.Equal("A1 APPEND x {3+}\r\n".Length, streamed[0].Offset);
    }

    [Fact]
    public void What_no_server_would_take_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Message(""));
        Assert.Throws<ArgumentException>(() => new AppendMessage((IReadOnlyList<CatenatePart>)[]));
        Assert.Throws<ArgumentException>(() => new AppendCommand("x", []));
        Assert.Throws<ArgumentException>(() => new AppendCommand("", Message("a")));
        Assert.Throws<ArgumentException>(() => new UidReplaceCommand(new Uid(1), "", Message("a")));
        Assert.Throws<ArgumentException>(() => Encoded.Of(new UidReplaceCommand(default, "x", Message("a"))));
        Assert.Throws<ArgumentException>(() => CatenatePart.Url(""));
        Assert.Throws<ArgumentNullException>(() => new AppendMessage((ImapLiteral)null!));
    }

    [Fact]
    public void The_code_reports_where_the_messages_are()
    {
        AppendResult one = new AppendCommand("x", Message("a")).Collect("[APPENDUID 38505 3955]", out _);
        Assert.Equal(new UidValidity(38505), one.UidValidity);
        Assert.Equal(new Uid(3955), one.Uid);

        AppendResult several = new AppendCommand("x", [Message("a"), Message("b")]).Collect("[appenduid 38505 3955:3956]", out _);
        Assert.Equal([new Uid(3955), new Uid(3956)], several.Uids);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[APPENDUID]")]
    [InlineData("[APPENDUID 7]")]
    [InlineData("[APPENDUID 7 ]")]
    [InlineData("[APPENDUID 7 *]")]
    [InlineData("[APPENDUID x 7]")]
    [InlineData("[COPYUID 1 2 3]")]
    public void Without_a_code_nothing_is_known(string code)
    {
        AppendResult result = new AppendCommand("x", Message("a")).Collect(code, out _);

        Assert.Null(result.Uid);
        Assert.Null(result.UidValidity);
        Assert.True(result.Uids.IsEmpty);
    }

    [Fact]
    public void Replace_is_answered_before_the_old_message_goes()
    {
        AppendResult result = new UidReplaceCommand(new Uid(3002), "Drafts", Message("a")).Collect(
            "", out List<string> passedOn, "OK [APPENDUID 1 3003] Replacement Message ready", "5 EXISTS", "4 EXPUNGE");

        Assert.Equal(new Uid(3003), result.Uid);
        Assert.Equal(["5 EXISTS"], passedOn);

        new AppendCommand("x", Message("a")).Collect("", out passedOn, "4 EXPUNGE", "VANISHED 3");
        Assert.Equal(["4 EXPUNGE", "VANISHED 3"], passedOn);
    }

    [Fact]
    public void Overlap_and_retry_safety_are_stated_and_nothing_of_the_message_is_shown()
    {
        Assert.Equal(CommandTraits.None, new AppendCommand("x", Message("a")).Traits);
        Assert.Equal(CommandTraits.NeedsSelection, new UidReplaceCommand(new Uid(1), "x", Message("a")).Traits);
        Assert.Equal(CommandTraits.NeedsSelection | CommandTraits.UsesSequenceNumbers, new ReplaceCommand(new SequenceNumber(1), "x", Message("a")).Traits);
        Assert.Equal("APPEND \"Archive\"", new AppendCommand("Archive", Message("secret") with { Flags = ["k"] }).ToString());
        Assert.Equal("UID REPLACE \"Archive\"", new UidReplaceCommand(new Uid(1), "Archive", Message("secret")).ToString());
    }

    [Fact]
    public async Task Named_methods_send_what_they_say()
    {
        IImapMailbox mailbox = Substitute.For<IImapMailbox>();
        List<string> sent = [];
        AppendResult appended = new() { Uids = new Uid(9) };
        mailbox.SendAsync(Arg.Any<ImapCommand<AppendResult>>(), Arg.Any<CancellationToken>()).Returns(call =>
        {
            sent.Add(Encoded.Of(call.Arg<ImapCommand<AppendResult>>()));
            return new ImapResult<AppendResult>(appended);
        });

        Assert.Same(appended, await mailbox.AppendAsync("a", Message("a")));
        await mailbox.AppendAsync("b", "bb"u8.ToArray());
        await mailbox.AppendAsync("c", [Message("a"), Message("b")]);
        await mailbox.ReplaceAsync(new Uid(7), "d", Message("a"));
        await mailbox.ReplaceAsync(new SequenceNumber(7), "e", Message("a"));

        Assert.Equal(
            ["APPEND a {1+}\r\na", "APPEND b {2+}\r\nbb", "APPEND c {1+}\r\na {1+}\r\nb", "UID REPLACE 7 d {1+}\r\na", "REPLACE 7 e {1+}\r\na"], sent);
    }

    private static AppendMessage Message(string text) => new(ImapLiteral.From(text));
}
