namespace ImapAsync.Testing;

/// <summary>How a command may be written.</summary>
internal enum UidForm
{
    /// <summary>Without UID.</summary>
    Never,

    /// <summary>With or without UID.</summary>
    Both,
}
