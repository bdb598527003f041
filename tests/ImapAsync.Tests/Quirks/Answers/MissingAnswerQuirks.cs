namespace ImapAsync.Tests;

/// <summary>OK without the answer, where there must be one.</summary>
public sealed class MissingAnswerQuirks
{
    private const string Greeting = "* PREAUTH [CAPABILITY IMAP4rev1 LITERAL+ ID ENABLE QRESYNC NAMESPACE QUOTA METADATA LANGUAGE I18NLEVEL=2] ready\r\n";

    [Fact]
    public Task OK_alone_is_not_an_answer() => QuirkSession.RunAsync(
        async session =>
        {
            await IsMissingAsync(session, new NamespaceCommand(), "NAMESPACE\r\n", "NAMESPACE");
            await IsMissingAsync(session, new CapabilityCommand(), "CAPABILITY\r\n", "CAPABILITY");
            await IsMissingAsync(session, new LanguageCommand(), "LANGUAGE\r\n", "LANGUAGE");
            await IsMissingAsync(session, new ComparatorCommand(), "COMPARATOR\r\n", "COMPARATOR");
            await FailsAsync(session, session.Connection.NamespaceAsync(), "NAMESPACE\r\n");
            await FailsAsync(session, session.Connection.CapabilityAsync(), "CAPABILITY\r\n");
        },
        Greeting);

    [Fact]
    public Task OK_alone_is_an_answer_where_the_RFC_says_so() => QuirkSession.RunAsync(
        async session =>
        {
            await session.AskForAsync(new IdCommand(), "ID NIL\r\n", "");
            await session.AskForAsync(new EnableCommand("QRESYNC"), "ENABLE QRESYNC\r\n", "");
            await session.AskForAsync(new LanguageCommand("de"), "LANGUAGE de\r\n", "");
            await session.AskForAsync(new ComparatorCommand("i;octet"), "COMPARATOR i;octet\r\n", "");
            await session.AskForAsync(new SetQuotaCommand("r"), "SETQUOTA r ()\r\n", "");
            await session.AskForAsync(new GetMetadataCommand("a", "/private/comment"), "GETMETADATA a /private/comment\r\n", "");
        },
        Greeting);

    private static async Task IsMissingAsync<T>(QuirkSession session, ImapCommand<T> command, string written, string name)
    {
        MalformedResponse told = Assert.Single((await session.AskAsync(command, written, "{tag} OK done\r\n")).Malformed);
        Assert.Equal((name, $"The server answered OK without the requested data: expected {name}, none came."), (told.Name, told.Reason));
    }

    private static async Task FailsAsync(QuirkSession session, Task asking, string written, string lines = "")
    {
        await session.AnswerAsync(written, lines + "{tag} OK done\r\n");
        await asking.FailsAsync<ImapProtocolException>();
    }
}
