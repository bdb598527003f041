namespace ImapAsync.ServerTests;

/// <summary>A message of a <see cref="MailboxMirror"/>: what has been reported about it.</summary>
internal sealed class MirroredMessage
{
    /// <summary>0 while it is not known.</summary>
    public uint Uid { get; set; }

    /// <summary>Null while they are not known.</summary>
    public FlagSet? Flags { get; set; }

    public ulong ModSequence { get; set; }

    public bool IsKnown(bool hasModSeq) => Uid != 0 && Flags is not null && (ModSequence != 0 || !hasModSeq);

    // \Recent is the session's own.
    public string ToText(bool hasModSeq)
    {
        IEnumerable<string> flags =
            from flag in Flags ?? [] where flag != Flag.Recent select flag.Name.ToUpperInvariant();
        string text = $"UID {Uid} ({string.Join(' ', flags.Order(StringComparer.Ordinal))})";
        return hasModSeq ? $"{text} MODSEQ {ModSequence}" : text;
    }
}
