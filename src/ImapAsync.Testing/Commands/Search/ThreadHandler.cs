using ImapAsync.Extensibility;

namespace ImapAsync.Testing;

/// <summary>THREAD (RFC 5256 §3).</summary>
internal sealed class ThreadHandler() : MailStoreHandler("THREAD")
{
    public override SessionStates States => SessionStates.Selected;

    public override UidForm UidForm => UidForm.Both;

    public override IReadOnlyList<string> Capabilities => ["THREAD=ORDEREDSUBJECT", "THREAD=REFERENCES", "THREAD=REFS"];

    public override bool PermitsExpunge(ReceivedCommand command) => command.IsUid;

    protected override Reply Execute(ClientSession session, ReceivedCommand command)
    {
        ArgumentReader arguments = command.Arguments();
        arguments.Space();
        string algorithm = arguments.Keyword();
        if (!session.Server.Has("THREAD=" + algorithm))
            throw CommandRefusedException.Bad($"{algorithm} is not one of the algorithms");
        arguments.Space();
        ImapTokenReader reader = SearchTokens.Of(session, arguments);
        SearchProgram program = SearchProgram.ParseWithCharset(ref reader);
        if (program.UsesModSeq)
            session.Enable("CONDSTORE");
        IReadOnlyList<ThreadedMessage> threads =
            MessageThreads.Build(new ThreadAlgorithm(algorithm), SearchedMessages.Find(session, program));
        ResponseWriter writer = session.Writer.Untagged("THREAD"u8);
        if (threads.Count > 0)
            ThreadWriter.Write(writer.Space(), threads, command.IsUid);
        writer.End();
        return Reply.Ok("Threaded");
    }
}
