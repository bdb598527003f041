namespace ImapAsync.Tests;

/// <summary>The model server: answers truthfully and in random form, with updates in between, and records what it says.</summary>
internal sealed class AnswerGenerator(ScriptRandom random, ModelMailbox mailbox, Ledger ledger)
{
    private readonly AnswerPlan _plan = new(random, mailbox);
    private readonly ResponseText _text = new(random);
    private readonly List<Asked> _open = [];
    private readonly bool _isEager = random.Percent(60);
    private int _news = random.Below(5);

    public bool HasOpen => _open.Count > 0;

    public void Receive(Asked asked)
    {
        _plan.Fill(asked);
        _open.Add(asked);
    }

    /// <summary>What happens while no command is in progress.</summary>
    public string Prelude()
    {
        if (random.Percent(20))
            News();
        return _text.Take();
    }

    /// <summary>Answers until one command has its tag, or, if the client sends nothing more meanwhile, all have.</summary>
    public string Answer(bool all)
    {
        int before = _open.Count;
        while (_open.Count > 0 && (all || _open.Count == before))
        {
            if (_news > 0 && random.Percent(25))
            {
                _news--;
                News();
                continue;
            }

            int turn = _isEager && random.Percent(35) ? random.Below(_open.Count) : 0;
            Asked asked = _open[turn];
            if (asked.Pieces.Count > 0)
                Say(asked);
            else if (turn == 0 || random.Percent(10))
                End(asked);
        }

        return _text.Take();
    }

    private void Say(Asked asked)
    {
        Piece piece = asked.Pieces[^1];
        asked.Pieces.RemoveAt(asked.Pieces.Count - 1);
        if (piece.Message is { } message)
        {
            Fetch(message, piece.Items);
            return;
        }

        _text.Line(piece.Text);
        ledger.Found(asked.Question, piece.Numbers);
        if (asked.Question.Verb == Verb.Sync)
            Note(new Said(SaidKind.VanishedEarlier) { Uid = piece.Numbers[0], Number = (uint)piece.Numbers.Length });
    }

    private void End(Asked asked)
    {
        _text.Line($"{asked.Tag} OK done");
        _open.Remove(asked);
    }

    private void Fetch(ModelMessage message, Items items)
    {
        // It may have gone since.
        if (mailbox.NumberOf(message) is not (> 0 and uint number))
            return;
        // With QRESYNC each of them has the UID (RFC 7162 §3.2.4).
        if (_open.Exists(static asked => asked.Question.Verb == Verb.Sync))
            items |= Items.Uid;
        string octets = _text.Fetch(number, message, items);
        Note(new Said(SaidKind.Fetch) { Number = number, Uid = message.Uid, Items = items, Version = message.Version, Octets = octets });
    }

    private void News()
    {
        int what = random.Below(10);
        if (what < 2 || mailbox.Count < 3)
            Arrive();
        else if (what < 5 && mailbox.Count > 3 && _open.Count > 0 && _open.TrueForAll(static asked => !asked.ForbidsExpunge))
            Expunge(random.Pick(mailbox.Messages));
        else if (what == 9)
            _text.Line("* OK still here");
        else
            Change(random.Pick(mailbox.Messages));
    }

    private void Arrive()
    {
        if (mailbox.Count > 10)
            return;
        ModelMessage added = mailbox.Add(random);
        _text.Line($"* {mailbox.Count} EXISTS");
        Note(new Said(SaidKind.Exists) { Number = (uint)mailbox.Count });
        if (random.Percent(30))
            Fetch(added, Items.Flags);
    }

    private void Expunge(ModelMessage message)
    {
        bool byUid = random.Percent(50);
        Said said = byUid ? new Said(SaidKind.Vanished) { Uid = message.Uid, Number = 1 } : new Said(SaidKind.Expunge) { Number = mailbox.NumberOf(message) };
        _text.Line(byUid ? $"* VANISHED {message.Uid}" : $"* {said.Number} EXPUNGE");
        mailbox.Remove(message);
        Note(said);
        if (byUid)
            TellWhoSync(message.Uid);
    }

    // What vanishes while a command asks for vanished messages is an answer too.
    private void TellWhoSync(uint uid)
    {
        foreach (Asked asked in _open.Where(asked => asked.Question.Verb == Verb.Sync && asked.Set.Contains(uid)))
            ledger.Found(asked.Question, [uid]);
    }

    private void Change(ModelMessage message)
    {
        if (random.Percent(80))
            message.Change();
        Items items = random.Percent(70) ? Items.Flags : Items.Changeable;
        Fetch(message, items | (random.Percent(60) ? Items.Uid : Items.None));
    }

    private void Note(Said said)
    {
        Audience.Decide(said, _open, ledger.Said);
        ledger.Note(said);
    }
}
