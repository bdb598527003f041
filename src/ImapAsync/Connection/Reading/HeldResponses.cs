using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// Hands a response that may or may not be an answer to all commands that it might answer, until they are answered.
/// </summary>
internal static class HeldResponses
{
    /// <summary>Makes those commands keep a response that might answer them; null if there are none.</summary>
    /// <param name="first">The first command in flight.</param>
    /// <param name="response">The response.</param>
    /// <param name="taker">The command that has already taken it; null if there is none.</param>
    public static HeldResponse? Hold(PendingCommand? first, in UntaggedResponse response, PendingCommand? taker)
    {
        HeldResponse? held = null;
        if (response.Kind == ResponseKind.Vanished && IsAskedFor(first))
            return null;
        for (PendingCommand? command = first; command is not null; command = command.Next)
        {
            // If a command's own answer does not arrive, this is what arrived instead.
            if (taker is null)
                command.Pass(response);
            if (command != taker && command.HoldsBack(response))
                command.HoldBack(held ??= new HeldResponse(response.Raw.ToArray()));
        }

        return held;
    }

    // VANISHED (EARLIER) is then the answer to that request.
    private static bool IsAskedFor(PendingCommand? first)
    {
        PendingCommand? command = first;
        while (command is not null && command.Command is not UidFetchCommand { Vanished: true })
            command = command.Next;
        return command is not null;
    }

    /// <summary>Adds a line that continues a held-back response and is unreadable.</summary>
    public static void Add(PendingCommand? first, MalformedResponse rest, HeldResponse held)
    {
        held.Rest.Add(rest);
        for (PendingCommand? command = first; command is not null; command = command.Next)
        {
            if (command.HeldBack?[^1] == held)
                command.Gather(rest.Raw.Length);
        }
    }

    /// <summary>
    /// Messages were expunged: from now on the number in a held-back response identifies another message.
    /// </summary>
    public static void NumbersMoved(PendingCommand? first)
    {
        for (PendingCommand? command = first; command is not null; command = command.Next)
        {
            command.NumbersMoved();
            command.HeldBack?.ForEach(static held => held.Offer = ResponseOffer.Outdated);
        }
    }
}
