namespace ImapAsync.Tests;

/// <summary>Lists of addresses, and addresses that lack something.</summary>
public sealed class AddressQuirks
{
    [Theory]
    [InlineData("""((NIL NIL "ann" NIL)(NIL NIL "bob" "x.org"))""", "ann, bob@x.org")] // was an empty group, and bob in group "ann"
    [InlineData("""((NIL NIL "ann" NIL))""", "ann")]
    [InlineData("""((NIL NIL "ann" NIL) NIL (NIL NIL "bob" NIL))""", "ann, bob")]
    [InlineData("""((NIL NIL "bob" "x.org")(NIL NIL "ann" NIL))""", "bob@x.org, ann")]
    [InlineData("""((NIL NIL "ann" NIL)(NIL NIL "g" NIL)(NIL NIL "bob" "x.org")(NIL NIL NIL NIL))""", "ann, g/bob@x.org")]
    [InlineData("""((NIL NIL "g" NIL)(NIL NIL "bob" "x.org")(NIL NIL NIL NIL)(NIL NIL "ann" NIL))""", "g/bob@x.org, ann")]
    [InlineData("""((NIL NIL "g" NIL)(NIL NIL NIL NIL))""", "g/")]
    [InlineData("""((NIL NIL "g" NIL)(NIL NIL NIL NIL)(NIL NIL "h" NIL)(NIL NIL NIL NIL))""", "g/, h/")]
    [InlineData("""((NIL NIL "g" NIL)("Ann" NIL "ann" NIL)(NIL NIL NIL NIL))""", "g/Ann <ann>")]
    [InlineData("""((NIL NIL NIL NIL)(NIL NIL "ann" NIL))""", "ann")]
    [InlineData("""((NIL NIL "=?utf-8?q?J=C3=BCrgen?=" NIL))""", "=?utf-8?q?J=C3=BCrgen?=")]
    [InlineData("""((NIL NIL {3}""" + "\r\n" + """ann NIL)(NIL NIL "bob" NIL))""", "ann, bob")]
    public Task A_group_is_one_only_where_its_end_comes(string list, string addresses) => FetchAsync(list, addresses);

    [Theory]
    [InlineData("""(("<a@x.org>" NIL "Ann Example" NIL))""", "Ann Example <a@x.org>")] // was the address "Ann Example"
    [InlineData("""(("<a@x.org>" NIL "Ann" NIL))""", "Ann <a@x.org>")]
    [InlineData("""((" <a@x.org> " NIL "Ann" NIL))""", "Ann <a@x.org>")]
    [InlineData("""(("a@x.org" NIL "Ann Example" NIL))""", "Ann Example <a@x.org>")]
    [InlineData("""(("<a@x.org>" NIL "Ann Example" "MISSING_DOMAIN"))""", "Ann Example <a@x.org>")]
    [InlineData("""(("<a@x.org>" NIL "Ann Example" ""))""", "Ann Example <a@x.org>")]
    [InlineData("""(("<a@x.org>" NIL "MISSING_MAILBOX" "MISSING_DOMAIN"))""", "a@x.org")]
    [InlineData("""(("<a@x.org>" NIL NIL NIL)(NIL NIL "b" "x.org")(NIL NIL NIL NIL))""", "a@x.org, b@x.org")]
    [InlineData("""(("<a@x.org>" NIL "=?utf-8?q?J=C3=BCrgen?=" NIL))""", "Jürgen <a@x.org>")]
    [InlineData("""((NIL NIL "g" NIL)("<a@x.org>" NIL "Ann Example" NIL)(NIL NIL NIL NIL))""", "g/Ann Example <a@x.org>")]
    [InlineData("""(("Ann" NIL "<a@x.org>" NIL))""", "Ann <a@x.org>")]
    [InlineData("""(("a@x.org" NIL "a" "x.org"))""", "a@x.org <a@x.org>")] // nothing is exchanged in these
    [InlineData("""(("<a@x.org>" NIL "b" "x.org"))""", "<a@x.org> <b@x.org>")]
    [InlineData("""(("ann@x.org" NIL "ann" NIL))""", "ann@x.org <ann>")]
    [InlineData("""(("Ann @ home" NIL "ann" NIL))""", "Ann @ home <ann>")]
    [InlineData("""(("<a@x.org>" NIL "b@x.org" NIL))""", "<a@x.org> <b@x.org>")]
    public Task An_address_instead_of_the_name_is_the_address(string list, string addresses) => FetchAsync(list, addresses);

    [Theory]
    [InlineData("(\"A\" NIL \"a\" \"x\")", "a@x")] // one pair of parentheses is missing
    [InlineData("((\"A\" NIL \"a\" \"x\" \"extra\"))", "a@x", true)]
    [InlineData("((\"A\" NIL \"a\"))", "a", true)]
    [InlineData("((\"A\" NIL \"a\" \"x\")(\"B\" (NIL) \"b\" \"x\"))", "a@x b@x", true)]
    [InlineData("(\"a@x\")", "", true)]
    [InlineData("\"a@x\"", "", true)]
    [InlineData("\"\"", "")]
    [InlineData("()", "")]
    [InlineData("(())", "")]
    public Task Address_lists_have_many_forms(string list, string addresses, bool malformed = false) => QuirkSession.FetchAsync(
        FetchItems.Envelope | FetchItems.Flags,
        $"* 3 FETCH (UID 7 ENVELOPE (NIL \"s\" NIL NIL NIL {list} NIL NIL NIL \"<id@x>\") FLAGS (\\Seen))\r\n",
        message =>
        {
            Assert.Equal(addresses, string.Join(' ', message.Envelope.To.Select(static address => address.Address)));
            Assert.Equal(("s", "<id@x>"), (message.Envelope.Subject, message.Envelope.MessageId));
            Assert.Equal<FlagSet>(Flag.Seen, message.Flags);
            Assert.Equal(malformed || list == "(())" ? 1 : 0, message.Malformed.Count);
        });

    private static Task FetchAsync(string list, string addresses) => QuirkSession.FetchAsync(
        FetchItems.Envelope | FetchItems.Flags,
        $"* 3 FETCH (UID 7 ENVELOPE (NIL \"s\" NIL NIL NIL {list} {list} {list} NIL \"<id@x>\") FLAGS (\\Seen))\r\n",
        message =>
        {
            foreach (IReadOnlyList<EmailAddress> field in (IReadOnlyList<EmailAddress>[])[message.Envelope.To, message.Envelope.Cc, message.Envelope.Bcc])
                Assert.Equal(addresses, string.Join(", ", field.Select(Shown)));
            Assert.Equal<FlagSet>(Flag.Seen, message.Flags);
            Assert.Empty(message.Malformed);
        });

    private static string Shown(EmailAddress address) =>
        (address.Group is null ? "" : address.Group + "/") + (address.Address.Length == 0 ? "" : address.ToString());
}
