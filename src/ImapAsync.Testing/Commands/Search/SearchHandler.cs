using ImapAsync.Extensibility;

namespace ImapAsync.Testing;

/// <summary>SEARCH (RFC 9051 §6.4.4).</summary>
internal sealed class SearchHandler() : MailStoreHandler("SEARCH")
{
    public override SessionStates States => SessionStates.Selected;

    public override UidForm UidForm => UidForm.Both;

    public override bool PermitsExpunge(ReceivedCommand command) => command.IsUid;

    protected override Reply Execute(ClientSession session, ReceivedCommand command)
    {
        ArgumentReader arguments = command.Arguments();
        arguments.Space();
        SearchReturnOptions? options = SearchReturnParser.Read(session, ref arguments);
        try
        {
            ImapTokenReader reader = SearchTokens.Of(session, arguments);
            if (session.Server.Faults.Has(ImapQuirk.BrokenCharset) && arguments.TryWord("CHARSET"u8))
                throw CommandRefusedException.No("BADCHARSET", "The charset is not supported");
            SearchProgram program = SearchProgram.Parse(ref reader);
            MessageEntry[] found = SearchedMessages.Find(session, program);
            if (program.UsesModSeq)
                session.Enable("CONDSTORE");
            Answer(session, command, options, found, program.UsesModSeq);
            return Reply.Ok("Searched");
        }
        catch (CommandRefusedException) when (options?.HasFlag(SearchReturnOptions.Save) == true)
        {
            // RFC 5182 §2.1: a failed search saves an empty result.
            session.View.Saved = UidSet.Empty;
            throw;
        }
    }

    private static void Answer(
        ClientSession session, ReceivedCommand command, SearchReturnOptions? options, MessageEntry[] found,
        bool withModSeq)
    {
        bool isExtended = options is not null || session.IsRev2;
        if (session.Server.Faults.Has(ImapQuirk.SearchForESearch))
            isExtended = false;
        if (session.Server.Faults.Has(ImapQuirk.ESearchForSearch))
            isExtended = true;
        if (options is { } asked && asked.HasFlag(SearchReturnOptions.Save))
            session.View.Saved = MessageSets.UidsOf(ToSave(asked, found));
        if (options == SearchReturnOptions.Save)
            return;
        if (isExtended)
            SearchAnswer.WriteExtended(session, command, options ?? SearchReturnOptions.All, found, withModSeq);
        else
            SearchAnswer.WritePlain(session, command, found, withModSeq);
    }

    // RFC 5182 §2.4: if only MIN or MAX are requested, only they are saved.
    private static MessageEntry[] ToSave(SearchReturnOptions options, MessageEntry[] found)
    {
        SearchReturnOptions others = options & ~SearchReturnOptions.Save;
        bool isEndsOnly = others != SearchReturnOptions.None
            && (others & ~(SearchReturnOptions.Min | SearchReturnOptions.Max)) == SearchReturnOptions.None;
        if (!isEndsOnly || found.Length == 0)
            return found;
        return [
            .. options.HasFlag(SearchReturnOptions.Min) ? found[..1] : [],
            .. options.HasFlag(SearchReturnOptions.Max) ? found[^1..] : []
        ];
    }
}
