namespace ImapAsync.Tests;

/// <summary>A LIST with options that the server does not understand.</summary>
public sealed class ListFallbackQuirks
{
    [Fact]
    [Quirk(31)]
    public Task A_LIST_with_RETURN_that_yields_nothing_is_assembled_from_plain_ones() => QuirkSession.RunAsync(async session =>
    {
        // strato
        Task<IReadOnlyList<MailboxInfo>> listing = session.Connection.ListAsync("*", StatusItems.Messages);
        await session.AnswerAsync("LIST \"\" * RETURN (STATUS (MESSAGES))\r\n", "{tag} OK done\r\n");
        await session.AnswerAsync("LIST \"\" *\r\n", "* LIST () \"/\" a\r\n{tag} OK done\r\n");
        await session.AnswerAsync("STATUS a (MESSAGES)\r\n", "* STATUS a (MESSAGES 5)\r\n{tag} OK done\r\n");

        Assert.Equal(5, Assert.Single(await listing.InTime()).Status?.Messages);
    });

    [Fact]
    [Quirk(31)]
    public Task A_LIST_by_special_use_that_is_BAD_is_assembled_from_a_plain_one() => QuirkSession.RunAsync(async session =>
    {
        // Proton Bridge
        Task<IReadOnlyList<MailboxInfo>> listing = session.Connection.ListAsync(new ListCommand("", "*") { Selection = ListSelectionOptions.SpecialUse });
        await session.AnswerAsync("LIST (SPECIAL-USE) \"\" *\r\n", "{tag} BAD expected mailbox\r\n");
        await session.AnswerAsync("LIST \"\" *\r\n", "* LIST (\\Sent) \"/\" out\r\n* LIST () \"/\" other\r\n{tag} OK done\r\n");

        Assert.Equal("out", Assert.Single(await listing.InTime()).Name.Value);
    });
}
