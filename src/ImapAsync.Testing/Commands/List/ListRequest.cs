namespace ImapAsync.Testing;

/// <summary>The arguments of LIST (RFC 9051 §6.3.9, RFC 5258, RFC 5819, RFC 6154).</summary>
internal sealed class ListRequest
{
    public HashSet<string> Selection { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether names are selected by this option.</summary>
    public bool Selects(string option) => Selection.Contains(option);

    public HashSet<string> Return { get; } = new(StringComparer.Ordinal);

    public List<string> StatusItems { get; private set; } = [];

    public string Reference { get; private set; } = "";

    public List<string> Patterns { get; } = [];

    /// <summary>Whether the command was written in the form of LIST-EXTENDED.</summary>
    public bool IsExtended { get; private set; }

    public static ListRequest Read(ClientSession session, ref ArgumentReader arguments)
    {
        bool mayExtend = session.Server.Has("LIST-EXTENDED") || session.Server.Has("IMAP4rev2");
        ListRequest request = new();
        arguments.Space();
        if (mayExtend && arguments.Next == '(')
        {
            request.IsExtended = true;
            request.Selection.UnionWith(arguments.KeywordList());
            arguments.Space();
        }

        request.Reference = arguments.Mailbox();
        arguments.Space();
        request.ReadPatterns(mayExtend, ref arguments);
        if (mayExtend && arguments.TrySpace())
            request.ReadReturn(session, ref arguments);
        request.CheckSelection(session);
        return request;
    }

    private void ReadPatterns(bool mayExtend, ref ArgumentReader arguments)
    {
        if (!mayExtend || !arguments.TryListStart())
        {
            Patterns.Add(arguments.ListPattern());
            return;
        }

        IsExtended = true;
        do
            Patterns.Add(arguments.ListPattern());
        while (arguments.TrySpace());
        arguments.ListEnd();
    }

    private void ReadReturn(ClientSession session, ref ArgumentReader arguments)
    {
        IsExtended = true;
        if (!arguments.TryWord("RETURN"u8))
            throw arguments.Wrong("RETURN");
        arguments.Space();
        Return.UnionWith(arguments.List((ref option) => ReadReturnOption(session, ref option)));
    }

    private string ReadReturnOption(ClientSession session, ref ArgumentReader arguments)
    {
        string option = arguments.Keyword();
        if (option == "STATUS" && (session.Server.Has("LIST-STATUS") || session.Server.Has("IMAP4rev2")))
        {
            arguments.Space();
            StatusItems = arguments.KeywordList();
            StatusItemWriter.Check(session, StatusItems);
        }
        else if (option is not ("SUBSCRIBED" or "CHILDREN" or "SPECIAL-USE"))
        {
            throw CommandRefusedException.Bad($"{option} cannot be returned by LIST");
        }

        return option;
    }

    private void CheckSelection(ClientSession session)
    {
        foreach (string option in Selection)
        {
            bool isKnown = option is "SUBSCRIBED" or "REMOTE" or "RECURSIVEMATCH"
                || (option == "SPECIAL-USE" && session.Server.Has("SPECIAL-USE"));
            if (!isKnown)
                throw CommandRefusedException.Bad($"{option} is not a selection option of LIST");
        }

        if (Selection.Contains("RECURSIVEMATCH") && !Selection.Contains("SUBSCRIBED")
            && !Selection.Contains("SPECIAL-USE"))
        {
            throw CommandRefusedException.Bad("RECURSIVEMATCH needs another selection option (RFC 5258 §3)");
        }
    }
}
