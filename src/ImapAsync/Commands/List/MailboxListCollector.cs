using System.Runtime.InteropServices;

namespace ImapAsync.Extensibility;

/// <summary>
/// Collects LIST responses, and others of the same form such as LSUB and XLIST, together with what was requested for
/// each mailbox in separate responses.
/// </summary>
public sealed class MailboxListCollector : ResponseCollector<IReadOnlyList<MailboxInfo>>
{
    private readonly string[] _responses;
    private readonly MailboxAttributeCache _attributes = new();
    private readonly List<MailboxInfo> _mailboxes = [];
    private Dictionary<MailboxName, MailboxInfo>? _byName;
    private Dictionary<string, MailboxInfo?>? _bySpelling;
    private Dictionary<MailboxName, MailboxStatus?>? _told;
    private byte[]? _apart;
    private bool _hasOwn;
    private byte[] _lastToken = [];
    private int _lastTokenLength;

    /// <summary>Creates a collector.</summary>
    /// <param name="responses">The names of the responses to collect, such as <c>LIST</c>.</param>
    public MailboxListCollector(params ReadOnlySpan<string> responses) => _responses = responses.ToArray();

    /// <summary>Keeps apart mailboxes that cannot have been requested; null if any can.</summary>
    internal ListNameFilter? Filter { get; init; }

    /// <summary>Whether every mailbox with a matching name is listed.</summary>
    internal bool ListsAll { get; init; }

    internal bool TakesStatus { get; init; }

    internal bool TakesRights { get; init; }

    internal bool TakesMetadata { get; init; }

    /// <inheritdoc/>
    protected internal override bool TryCollect(in UntaggedResponse response)
    {
        // LIST and LSUB under each other's name are the answer only if no other arrives.
        if (IsOwn(response) || (response.IsHeldBack && !_hasOwn && IsOther(response)))
            return TryAdd(response);

        return (TakesStatus && response.Kind == ResponseKind.Status && TryAddStatus(response))
            || (TakesRights && response.Kind == ResponseKind.MyRights && TryAddRights(response))
            || (TakesMetadata && response.Kind == ResponseKind.Metadata && TryAddMetadata(response));
    }

    /// <inheritdoc/>
    protected internal override IReadOnlyList<MailboxInfo> Complete(ResponseCode? code) => _mailboxes;

    internal override bool HasPart(ResponseCode? code) => _mailboxes.Count > 0;

    // If nothing else arrived, it may be what was requested, under an unexpected name.
    internal override MalformedResponse? FindMissing(ResponseCode? code) => _apart is null || _mailboxes.Count > 0
        ? null
        : new MalformedResponse(
            _responses[0],
            _apart,
            "The server answered OK but named none of the requested mailboxes: found "
            + $"\"{ProtocolErrors.Printable(ProtocolErrors.Excerpt(_apart))}\".");

    // Data about a mailbox may arrive before the mailbox.
    internal override bool HoldsBack(in UntaggedResponse response) => IsOther(response)
        ? !_hasOwn
        : (TakesStatus && response.Kind == ResponseKind.Status)
            || (TakesRights && response.Kind == ResponseKind.MyRights)
            || (TakesMetadata && response.Kind == ResponseKind.Metadata);

    private bool IsOwn(in UntaggedResponse response)
    {
        foreach (string name in _responses)
        {
            if (System.Text.Ascii.EqualsIgnoreCase(response.Name, name))
                return true;
        }

        return false;
    }

    private bool IsOther(in UntaggedResponse response) =>
        !IsOwn(response) && response.Kind is ResponseKind.List or ResponseKind.Lsub or ResponseKind.XList;

    private bool TryAdd(in UntaggedResponse response)
    {
        ImapTokenReader reader = response.Arguments;
        MailboxInfo mailbox =
            ListResponseParser.Parse(ref reader, _attributes, out ReadOnlySpan<byte> nameToken, out Damage damage);
        if (Filter?.MayMatch(mailbox) == false)
        {
            _apart ??= response.Raw.ToArray();
            return false;
        }

        _hasOwn |= IsOwn(response);
        _mailboxes.Add(mailbox);
        _byName?.TryAdd(mailbox.Name, mailbox);
        if (TakesStatus || TakesRights || TakesMetadata)
            Remember(nameToken);
        damage.ThrowIfAny();
        return true;
    }

    private void Remember(ReadOnlySpan<byte> nameToken)
    {
        if (_lastToken.Length < nameToken.Length)
            _lastToken = new byte[Math.Max(nameToken.Length, 128)];
        nameToken.CopyTo(_lastToken);
        _lastTokenLength = nameToken.Length;
    }

    private bool TryAddStatus(in UntaggedResponse response)
    {
        ImapTokenReader reader = response.Arguments;
        if (FindMailbox(ref reader, response.IsHeldBack, isBeforeList: true) is not { } mailbox)
            return IsOfNone(response, isBeforeList: true);
        // Of two responses the last one counts, and what was held back arrived before all others.
        MailboxStatus? later = null;
        if (response.IsHeldBack && !(_told ??= []).TryGetValue(mailbox.Name, out later))
            _told.Add(mailbox.Name, later = mailbox.Status);
        MailboxStatus status = MailboxStatusParser.Parse(ref reader, mailbox.Name, out Damage damage, mailbox.Status);
        if (damage.ToMalformed(response) is { } malformed)
            status = status with { Malformed = [.. status.Malformed, malformed] };
        mailbox.Attach(later?.Or(status) ?? status);
        damage.ThrowIfAny();
        return true;
    }

    private bool TryAddRights(in UntaggedResponse response)
    {
        ImapTokenReader reader = response.Arguments;
        if (FindMailbox(ref reader, response.IsHeldBack) is not { } mailbox)
            return IsOfNone(response);
        Damage damage = default;
        bool isKnown = response.IsHeldBack && mailbox.MyRights is not null;
        if (RightsToken.ReadLast(reader, ref damage) is { } rights && !isKnown)
            mailbox.Attach(rights);
        damage.ThrowIfAny();
        return true;
    }

    // Without values it is a notification of a change.
    private bool TryAddMetadata(in UntaggedResponse response)
    {
        ImapTokenReader reader = response.Arguments;
        MailboxInfo? mailbox = FindMailbox(ref reader, response.IsHeldBack);
        if (mailbox is null)
        {
            reader = response.Arguments;
            reader.ReadMailbox();
        }

        if (reader.Peek() != ImapTokenKind.ListStart)
            return false;
        if (mailbox is null)
            return IsOfNone(response);
        MailboxMetadata metadata = MetadataParser.Parse(ref reader, mailbox.Name, out Damage damage);
        mailbox.Attach(metadata, isEarlier: response.IsHeldBack);
        damage.ThrowIfAny();
        return true;
    }

    // It may be an update, or belong to another command, until all are listed; then it is reported, if the mailbox
    // should have been listed.
    private bool IsOfNone(in UntaggedResponse response, bool isBeforeList = false)
    {
        if (!response.IsHeldBack || !ListsAll)
            return false;
        ImapTokenReader reader = response.Arguments;
        MailboxName name = isBeforeList ? MailboxNameTokens.ReadBeforeList(ref reader) : reader.ReadMailbox();
        char? delimiter = _mailboxes.Count > 0 ? _mailboxes[0].Delimiter : null;
        if (Filter?.MayMatch(new MailboxInfo(name, delimiter, MailboxAttributes.Empty)) == false)
            return false;
        string told = WireText.Decode(response.Name);
        throw new ImapProtocolException($"The server sent {told} for \"{name.Value}\", but did not list that mailbox.");
    }

    // It is the mailbox listed last, except on servers that list all of them first.
    private MailboxInfo? FindMailbox(ref ImapTokenReader reader, bool isHeldBack, bool isBeforeList = false)
    {
        if (_mailboxes.Count == 0)
            return null;
        if (TryReadLast(ref reader, isBeforeList))
            return _mailboxes[^1];

        if (_byName is null)
        {
            _byName = new(_mailboxes.Count);
            foreach (MailboxInfo mailbox in CollectionsMarshal.AsSpan(_mailboxes))
                _byName.TryAdd(mailbox.Name, mailbox);
        }

        ImapTokenReader again = reader;
        if (isBeforeList
            && _byName.TryGetValue(MailboxNameTokens.ReadBeforeList(ref reader, trim: false), out MailboxInfo? found))
        {
            return found;
        }

        reader = again;
        MailboxName name = isBeforeList ? MailboxNameTokens.ReadBeforeList(ref reader) : reader.ReadMailbox();
        return _byName.GetValueOrDefault(name) ?? (isHeldBack ? FindBySpelling(name, reader.Utf8) : null);
    }

    // Once all are listed. If it may be either of two, there is no guess.
    private MailboxInfo? FindBySpelling(MailboxName name, bool utf8)
    {
        if (_bySpelling is null)
        {
            _bySpelling = new(_mailboxes.Count);
            foreach (MailboxInfo mailbox in CollectionsMarshal.AsSpan(_mailboxes))
            {
                if (!_bySpelling.TryAdd(Spelling.Normalize(mailbox.Name.Value, utf8), mailbox))
                    _bySpelling[Spelling.Normalize(mailbox.Name.Value, utf8)] = null;
            }
        }

        return _bySpelling.GetValueOrDefault(Spelling.Normalize(name.Value, utf8));
    }

    private bool TryReadLast(ref ImapTokenReader reader, bool isBeforeList)
    {
        ReadOnlySpan<byte> rest = reader.Remaining.TrimStart((byte)' ');
        ReadOnlySpan<byte> last = _lastToken.AsSpan(0, _lastTokenLength);
        if (!rest.StartsWith(last) || rest[last.Length..] is not [(byte)' ', .. ReadOnlySpan<byte> next])
            return false;
        if (isBeforeList && next.TrimStart((byte)' ') is not [(byte)'(', ..])
            return false;
        reader.ReadOctets(last.Length);
        return true;
    }
}
