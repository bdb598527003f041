using ImapAsync.Extensibility;

namespace ImapAsync.Testing;

/// <summary>SORT (RFC 5256 §3, RFC 5957; with MODSEQ RFC 7162 §3.1.9).</summary>
internal sealed class SortHandler() : MailStoreHandler("SORT")
{
    public override SessionStates States => SessionStates.Selected;

    public override UidForm UidForm => UidForm.Both;

    public override IReadOnlyList<string> Capabilities => ["SORT"];

    public override bool PermitsExpunge(ReceivedCommand command) => command.IsUid;

    protected override Reply Execute(ClientSession session, ReceivedCommand command)
    {
        ArgumentReader arguments = command.Arguments();
        arguments.Space();
        ImapTokenReader reader = SearchTokens.Of(session, arguments);
        SortOrder order = SortOrder.Parse(ref reader);
        SearchProgram program = SearchProgram.ParseWithCharset(ref reader);
        if (program.UsesModSeq)
            session.Enable("CONDSTORE");
        IReadOnlyList<IMessageView> sorted = order.Sort(SearchedMessages.Find(session, program));
        ResponseWriter writer = session.Writer.Untagged("SORT"u8);
        foreach (IMessageView message in sorted)
            writer.Space().Number(command.IsUid ? message.Uid.Value : message.SequenceNumber);
        if (program.UsesModSeq && sorted.Count > 0)
            writer.Raw(" (MODSEQ "u8).Number((long)sorted.Max(static message => message.ModSequence.Value)).Raw(")"u8);
        writer.End();
        return Reply.Ok("Sorted");
    }
}
