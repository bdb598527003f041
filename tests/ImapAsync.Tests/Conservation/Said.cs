namespace ImapAsync.Tests;

/// <summary>One response of the server, and which questions it concerns.</summary>
internal sealed record Said(SaidKind Kind)
{
    /// <summary>The sequence number, or the count of EXISTS.</summary>
    public uint Number { get; init; }

    /// <summary>The message's UID, whether the response shows it or not; for VANISHED the one that went.</summary>
    public uint Uid { get; init; }

    public Items Items { get; init; }

    public int Version { get; init; }

    /// <summary>The questions that must receive it.</summary>
    public int Must { get; set; }

    /// <summary>The questions that may receive it.</summary>
    public int May { get; set; }

    /// <summary>Whether more than one command was in progress.</summary>
    public bool HasRivals { get; set; }

    /// <summary>Whether a body in it may be passed on while it arrives, with everything around it.</summary>
    public bool IsStreamed { get; set; }

    /// <summary>What each question has requested of it.</summary>
    public Items[] Wanted { get; } = new Items[3];

    /// <summary>Its octets, without the star and the line end.</summary>
    public string Octets { get; init; } = "";

    /// <summary>Whether the library has requested it itself, so that no caller need receive it.</summary>
    public bool IsForLibrary { get; set; }

    public bool ListenerMust { get; set; }

    public bool ListenerMay { get; set; }

    public bool ShowsUid => (Items & Items.Uid) != Items.None;

    /// <summary>All items but the UID.</summary>
    public Items Facts => Items & ~Items.Uid;

    /// <summary>Whether an event reports exactly this.</summary>
    public bool IsToldBy(Told told) => told.Kind == Kind && told.Number == Number && (Kind != SaidKind.Fetch
        ? told.Uid == Uid
        : told.Message!.Items == Facts && told.Message.Holds(this, Facts) && told.Message.Claimed == (ShowsUid ? Uid : 0));
}

/// <summary>The kinds of responses.</summary>
internal enum SaidKind
{
    Fetch,
    Exists,
    Expunge,
    Vanished,
    VanishedEarlier,
}
