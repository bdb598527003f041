namespace ImapAsync;

/// <summary>
/// Which command a response is offered to. Servers answer concurrent commands in any order, and a FETCH response does
/// not say which one it answers: it goes first to the commands that it matches exactly, then to those that it might
/// answer.
/// </summary>
internal enum ResponseOffer
{
    /// <summary>The only command in progress, if it can use the response.</summary>
    Any,

    /// <summary>A command that names the message and requests exactly these items.</summary>
    Whole,

    /// <summary>
    /// A command that names the message and requests all of these items, some of which are still outstanding.
    /// </summary>
    Part,

    /// <summary>
    /// As <see cref="Part"/>, but only the server knows whether the message is one of the command's: the response has
    /// no UID, or the command asks for <c>*</c>.
    /// </summary>
    LikelyPart,

    /// <summary>A command that names the message and requests some of these items that are still outstanding.</summary>
    MixedPart,

    /// <summary>
    /// As <see cref="MixedPart"/>, but only the server knows whether the message is one of the command's.
    /// </summary>
    Likely,

    /// <summary>Any command that can use the response, after those that it matches.</summary>
    Rest,

    /// <summary>
    /// Once more to a command that has been answered: no command took the response when it arrived, and it was reported
    /// as an update.
    /// </summary>
    HeldBack,

    /// <summary>
    /// The same, but messages were expunged since it arrived: its sequence number may belong to another message now.
    /// </summary>
    Outdated,
}
