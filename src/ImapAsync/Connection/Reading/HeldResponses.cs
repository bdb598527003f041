using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// Gives what may be an answer of a command in progress, or not, to all whose answer it may be, until they are
/// answered.
/// </summary>
internal static class HeldResponses
{
    /// <summary>Has those commands keep a response whose answer it may be; null where there are none.</summary>
    /// <param name="first">The first command in flight.</param>
    /// <param name="response">The response.</param>
    /// <param name="taker">Who has taken it already; null where nobody has.</param>
    public static HeldResponse? Hold(PendingCommand? first, in UntaggedResponse response, PendingCommand? taker)
    {
        HeldResponse? held = null;
        if (response.Kind == ResponseKind.Vanished && IsAskedFor(first))
            return null;
        for (PendingCommand? command = first; command is not null; command = command.Next)
        {
            // Where a command's own answer does not come, this is what came.
            if (taker is null)
                command.Pass(response);
            if (command != taker && command.HoldsBack(response))
                command.HoldBack(held ??= new HeldResponse(response.Raw.ToArray()));
        }

        return held;
    }

    // What vanished earlier is then the answer to that question.
    private static bool IsAskedFor(PendingCommand? first)
    {
        PendingCommand? command = first;
        while (command is not null && command.Command is not UidFetchCommand { Vanished: true })
            command = command.Next;
        return command is not null;
    }

    /// <summary>Adds a line that goes on with what is held back, and cannot be read.</summary>
    public static void Add(PendingCommand? first, MalformedResponse rest, HeldResponse held)
    {
        held.Rest.Add(rest);
        for (PendingCommand? command = first; command is not null; command = command.Next)
        {
            if (command.HeldBack?[^1] == held)
                command.Gather(rest.Raw.Length);
        }
    }

    /// <summary>Messages were expunged: from here on the number in what is held back names another message.</summary>
    public static void NumbersMoved(PendingCommand? first)
    {
        for (PendingCommand? command = first; command is not null; command = command.Next)
        {
            command.NumbersMoved();
            command.HeldBack?.ForEach(static held => held.Offer = ResponseOffer.Outdated);
        }
    }
}
