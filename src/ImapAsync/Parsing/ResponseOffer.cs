namespace ImapAsync;

/// <summary>
/// To whom a response is offered. Servers answer commands that are in progress at the same time in any order, and a FETCH response does not say which it answers:
/// it goes to those whom it fits before those whom it might do.
/// </summary>
internal enum ResponseOffer
{
    /// <summary>To whoever can do something with it.</summary>
    Any,

    /// <summary>To a command whose whole question it answers.</summary>
    Whole,

    /// <summary>To a command of whose question it answers a part that is still open.</summary>
    Part,

    /// <summary>Once more to a command that has been answered: nobody took it when it came, and it was told as news.</summary>
    HeldBack,

    /// <summary>The same, but messages were expunged since it came: its sequence number may be another message's now.</summary>
    Outdated,
}
