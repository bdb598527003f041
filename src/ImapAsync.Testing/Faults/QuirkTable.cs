namespace ImapAsync.Testing;

/// <summary>
/// The quirks that modify otherwise correct responses. All others are checked where the command is carried out.
/// </summary>
internal static class QuirkTable
{
    private static readonly Dictionary<ImapQuirk, Func<byte[], byte[]>> Rewriters = new()
    {
        [ImapQuirk.CodeWithoutStatus] = FramingQuirks.CodeWithoutStatus,
        [ImapQuirk.EmptyCopyUid] = FramingQuirks.EmptyCopyUid,
        [ImapQuirk.UninvitedContinuation] = FramingQuirks.UninvitedContinuation,
        [ImapQuirk.ExtraTextLines] = FramingQuirks.ExtraTextLines,
        [ImapQuirk.LeadingNuls] = static response => [0, 0, .. response],
        [ImapQuirk.RepeatedBye] = FramingQuirks.RepeatedBye,
        [ImapQuirk.ShortLiteral] = FramingQuirks.ShortLiteral,
        [ImapQuirk.BareLineFeeds] = FramingQuirks.BareLineFeeds,
        [ImapQuirk.LowerCase] = FramingQuirks.LowerCase,
        [ImapQuirk.SpaceInLiteralPlus] = FramingQuirks.SpaceInLiteralPlus,
        [ImapQuirk.Throttled] = FramingQuirks.Throttled,
        [ImapQuirk.ZeroUidValidity] = FramingQuirks.ZeroUidValidity,
        [ImapQuirk.NegativeModSeq] = static response =>
            ResponseText.ChangeValue(response, "MODSEQ", static _ => "(-1)"),
        [ImapQuirk.ZeroModSeq] = static response => ResponseText.ChangeValue(response, "MODSEQ", static _ => "(0)"),
        [ImapQuirk.EnvelopeInParentheses] = static response =>
            ResponseText.ChangeValue(response, "ENVELOPE", static value => $"({value})"),
        [ImapQuirk.ZeroInternalDate] = static response =>
            ResponseText.ChangeValue(response, "INTERNALDATE", static _ => "\"00-Jan-0000 00:00:00 +0000\""),
        [ImapQuirk.EmptyBodyStructure] = static response =>
            ResponseText.ChangeValue(response, "BODYSTRUCTURE", static _ => "()"),
        [ImapQuirk.QuotedFlags] = FetchQuirks.QuotedFlags,
        [ImapQuirk.NilFlags] = FetchQuirks.NilFlags,
        [ImapQuirk.SectionWithoutValue] = FetchQuirks.SectionWithoutValue,
        [ImapQuirk.RepeatedFetchItem] = FetchQuirks.RepeatedFetchItem,
        [ImapQuirk.FetchOfMessageZero] = FetchQuirks.FetchOfMessageZero,
        [ImapQuirk.UnquotedMailboxNames] = ListQuirks.UnquotedMailboxNames,
        [ImapQuirk.MixedCaseInbox] = ListQuirks.MixedCaseInbox,
        [ImapQuirk.NilDelimiter] = ListQuirks.NilDelimiter,
        [ImapQuirk.EmptyStatus] = ListQuirks.EmptyStatus,
    };

    /// <summary>The rewriter for all responses; null if none of the quirks modifies responses.</summary>
    public static Func<byte[], byte[]>? RewriterOf(IEnumerable<ImapQuirk> quirks)
    {
        // Line ends last: the others look for CR LF.
        Func<byte[], byte[]>[] rewriters = [
            .. quirks.OrderBy(static quirk => quirk == ImapQuirk.BareLineFeeds).Where(Rewriters.ContainsKey)
                .Select(static quirk => Rewriters[quirk])
        ];
        return rewriters.Length == 0
            ? null
            : response => rewriters.Aggregate(response, static (octets, rewrite) => rewrite(octets));
    }
}
