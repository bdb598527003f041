namespace ImapAsync;

/// <summary>
/// To whom a response is offered. Servers answer commands that are in progress at the same time in any order, and a
/// FETCH response does not say which it answers: it goes to those whom it fits before those whom it might do.
/// </summary>
internal enum ResponseOffer
{
    /// <summary>To the only command in progress, if it can do something with it.</summary>
    Any,

    /// <summary>To a command that names its message and asks for just what it has.</summary>
    Whole,

    /// <summary>
    /// To a command that names its message and asks for all that it has, of which something is still open.
    /// </summary>
    Part,

    /// <summary>
    /// As <see cref="Part"/>, where only the server knows whether the message is one of the command's: it has no UID,
    /// or the command asks for <c>*</c>.
    /// </summary>
    LikelyPart,

    /// <summary>
    /// To a command that names its message and asks for something of what it has, that is still open.
    /// </summary>
    MixedPart,

    /// <summary>
    /// As <see cref="MixedPart"/>, where only the server knows whether the message is one of the command's.
    /// </summary>
    Likely,

    /// <summary>To whoever can do something with it, after those whom it fits.</summary>
    Rest,

    /// <summary>
    /// Once more to a command that has been answered: nobody took it when it came, and it was told as news.
    /// </summary>
    HeldBack,

    /// <summary>
    /// The same, but messages were expunged since it came: its sequence number may be another message's now.
    /// </summary>
    Outdated,
}
