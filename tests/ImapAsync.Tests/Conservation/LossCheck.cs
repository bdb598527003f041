namespace ImapAsync.Tests;

/// <summary>Whether what was said has reached the commands that it concerns.</summary>
internal sealed class LossCheck(IReadOnlyList<Question> questions, IReadOnlyList<Heard> heard, HashSet<Said> toListeners)
{
    public string? FindFault(Said said)
    {
        if (said.Kind != SaidKind.Fetch || said.IsForLibrary)
            return null;
        foreach (ItemKind kind in ItemTable.All)
        {
            Items item = said.Items & kind.Item;
            if (item == Items.None)
                continue;
            if (AskersOf(said, item) is > 0 and int askers && !HasReached(askers, said, item))
                return $"{item} was lost by those who asked: {said}";
            if (!IsToldToListeners(said) && !HasReached(ThoseWhoMayBeTold(said, item), said, item))
                return $"{item} was lost: {said}";
        }

        return null;
    }

    private int AskersOf(Said said, Items item)
    {
        int askers = 0;
        bool isAsked = false;
        foreach (Question question in questions)
        {
            if ((said.Wanted[question.Bit] & item) == Items.None)
                continue;
            askers |= question.Mask;
            isAsked |= !said.IsStreamed && (question.Verb != Verb.Store || item != Items.ModSequence);
        }

        // A mod-sequence comes with a STORE without being requested: if others may be meant it need not be the STORE's. What a server adds to a body goes where
        // the body goes, since nothing can wait for its end. What has changed since it was reported is an answer to one and an update for the other.
        bool isOwned = isAsked && !IsToldAnew(said, item);
        return askers == 0 || isOwned || !said.HasRivals ? askers : said.Must | said.May;
    }

    // A command that was already sent, and that the server had not read when it said this, looks to the client
    // as if it were answered by it: its own answer then takes the place.
    private static int ThoseWhoMayBeTold(Said said, Items item) =>
        said.Must == 0 && (item & Items.Changeable) != Items.None ? ~0 : said.Must | said.May;

    private bool IsToldAnew(Said said, Items item) => (item & Items.Changeable) != Items.None
        && questions.Any(question => heard[question.Bit].Messages.Exists(message => message.Source == said.Uid && (message.Items & item) != Items.None));

    private bool HasReached(int questionMask, Said said, Items item)
    {
        foreach (Question question in questions)
        {
            if ((question.Mask & questionMask) != 0 && (heard[question.Bit].Messages.Exists(message => Has(message, question, said, item)) || heard[question.Bit].AsTheyCame.Contains(said.Octets)))
                return true;
        }

        return false;
    }

    private bool Has(HeardMessage message, Question question, Said said, Items item)
    {
        if (item == Items.Uid)
            return message.Claimed == said.Uid;
        if (message.Source != said.Uid || (message.Items & item) == Items.None)
            return false;
        // The last report counts. What others did during a STORE may be reported as updates.
        return message.Holds(said, item, orLater: true) || (question.Verb == Verb.Store && IsToldToListeners(said));
    }

    // Of two identical responses either may be the one that was delivered.
    private bool IsToldToListeners(Said said)
    {
        foreach (Said told in toListeners)
        {
            if ((told.Number, told.Uid, told.Items, told.Version) == (said.Number, said.Uid, said.Items, said.Version))
                return true;
        }

        return false;
    }
}
