namespace ImapAsync;

/// <summary>
/// What FETCH responses report about a message (RFC 9051 §7.5.2). The property of an item that was not fetched throws;
/// its message names the <see cref="FetchItem"/> to ask for, or says that the server omitted it. Unreadable values are
/// empty or null, and listed in <see cref="Malformed"/>. Envelopes and structures are decoded on first access. Safe for
/// concurrent reads.
/// </summary>
public sealed class FetchedMessage : IReleasable
{
    // The octets, or the FetchedDetails that hold them: most messages of a large mailbox never need more than the
    // octets.
    private object? _data;
    private FetchFields _fields;

    /// <summary>
    /// Creates a message by hand, for tests: <c>new FetchedMessage { Uid = new(7), Flags = [Flag.Seen] }</c>.
    /// </summary>
    public FetchedMessage()
    {
    }

    internal FetchedMessage(in FetchResponse response)
    {
        _fields = response.Fields;
        _data = response.CopyOctets();
        if (response.Damage is { } damage)
            GetDetails().GetExtras().Damage = damage;
    }

    /// <summary>
    /// The message's sequence number when the response was sent; <c>default</c> if the server sent 0.
    /// </summary>
    public SequenceNumber SequenceNumber
    {
        get => SequenceNumber.FromServer(_fields.Number) ?? default;
        init => _fields.Number = value.Value;
    }

    /// <summary>The message's UID.</summary>
    /// <exception cref="InvalidOperationException">UID was not fetched.</exception>
    public Uid Uid
    {
        get => Uid.FromServer(Holder(FetchItem.Uid)._fields.Uid) ?? default;
        init => (_fields.Uid, _fields.Kinds) = (value.Value, _fields.Kinds | FetchItemKinds.Uid);
    }

    /// <summary>The flags that are set.</summary>
    /// <exception cref="InvalidOperationException">FLAGS was not fetched.</exception>
    public FlagSet Flags
    {
        get => Holder(FetchItem.Flags)._fields.Flags ?? FlagSet.Empty;
        init => (_fields.Flags, _fields.Kinds) = (value, _fields.Kinds | FetchItemKinds.Flags);
    }

    /// <summary>
    /// When the message arrived in the mailbox, according to the server; null if the server does not know.
    /// </summary>
    /// <exception cref="InvalidOperationException">INTERNALDATE was not fetched.</exception>
    public DateTimeOffset? InternalDate
    {
        get => Holder(FetchItem.InternalDate)._fields.InternalDate;
        init
        {
            _fields.InternalDate = value;
            _fields.Kinds |= FetchItemKinds.InternalDate;
        }
    }

    /// <summary>The size of the whole message in octets (RFC822.SIZE).</summary>
    /// <exception cref="InvalidOperationException">RFC822.SIZE was not fetched.</exception>
    public long Size
    {
        get => Holder(FetchItem.Size)._fields.Size;
        init => (_fields.Size, _fields.Kinds) = (value, _fields.Kinds | FetchItemKinds.Size);
    }

    /// <summary>The mod-sequence (RFC 7162); null if it was not fetched, or if the server does not keep any.</summary>
    public ModSequence? ModSequence
    {
        get => ImapAsync.ModSequence.FromServer((Last(FetchItemKinds.ModSequence) ?? this)._fields.ModSequence);
        init => (_fields.ModSequence, _fields.Kinds) = (value?.Value ?? 0, _fields.Kinds | FetchItemKinds.ModSequence);
    }

    /// <summary>The envelope: date, subject and addresses from the header.</summary>
    /// <exception cref="InvalidOperationException">ENVELOPE was not fetched.</exception>
    public Envelope Envelope
    {
        get => Holder(FetchItem.Envelope).ReadEnvelope();
        init
        {
            GetDetails().Keep(value);
            _fields.Kinds |= FetchItemKinds.Envelope;
        }
    }

    /// <summary>The structure of the body: its root part. Empty if the server sent none.</summary>
    /// <exception cref="InvalidOperationException">Neither BODYSTRUCTURE nor BODY was fetched.</exception>
    public BodyPart BodyStructure
    {
        get => (Last(FetchItemKinds.BodyStructure) ?? Last(FetchItemKinds.Body)
            ?? throw MissingItem.Exception(this, FetchItem.BodyStructure)).ReadStructure();
        init
        {
            GetDetails().Keep(value);
            _fields.Kinds |= FetchItemKinds.BodyStructure;
        }
    }

    /// <summary>When the message was saved in this mailbox (RFC 8514); null if the server does not know.</summary>
    /// <exception cref="InvalidOperationException">SAVEDATE was not fetched.</exception>
    public DateTimeOffset? SaveDate
    {
        get => FetchedItems.SaveDate(Holder(FetchItem.SaveDate));
        init => SetSmall(FetchItemKinds.SaveDate).SaveDate = value;
    }

    /// <summary>An identifier shared by all copies of one message (RFC 8474 §5.1).</summary>
    /// <exception cref="InvalidOperationException">EMAILID was not fetched.</exception>
    public string? EmailId
    {
        get => FetchedItems.EmailId(Holder(FetchItem.EmailId));
        init => SetSmall(FetchItemKinds.EmailId).EmailId = value;
    }

    /// <summary>
    /// An identifier shared by all messages of one conversation (RFC 8474 §5.2); null if the server does not support
    /// conversations.
    /// </summary>
    /// <exception cref="InvalidOperationException">THREADID was not fetched.</exception>
    public string? ThreadId
    {
        get => FetchedItems.ThreadId(Holder(FetchItem.ThreadId));
        init => SetSmall(FetchItemKinds.ThreadId).ThreadId = value;
    }

    /// <summary>The first words of the text (RFC 8970); null if the server has not generated them yet.</summary>
    /// <exception cref="InvalidOperationException">PREVIEW was not fetched.</exception>
    public string? Preview
    {
        get => FetchedItems.Preview(Holder(FetchItem.Preview));
        init => SetSmall(FetchItemKinds.Preview).Preview = value;
    }

    /// <summary>
    /// The fetched header fields: the message's header, some of its fields, or the MIME header of a part, whichever
    /// arrived first.
    /// </summary>
    /// <exception cref="InvalidOperationException">No header was fetched.</exception>
    public MailHeaders Headers =>
        FetchedSections.Headers(this) ?? throw MissingItem.Exception(this, FetchItem.Body(BodySection.Header));

    /// <summary>
    /// All fetched sections, in their order of arrival. In a streamed message, a section that follows a body too large
    /// to be held in memory becomes available once that body was read: a <c>foreach</c> that reads each body in turn
    /// reaches all of them.
    /// </summary>
    public IReadOnlyList<MessageBody> Sections
    {
        get => Extras?.Bodies is [StreamedBody, ..] ? new StreamedSections(this) : FetchedSections.All(this);
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            SetSmall(FetchItemKinds.Section).Bodies = [.. value];
        }
    }

    /// <summary>Items that the library does not know, as the server sent them.</summary>
    public IReadOnlyList<RawFetchItem> Extensions
    {
        get => FetchedItems.Extensions(this);
        init => SetSmall(FetchItemKinds.Other).Extensions = [.. value];
    }

    /// <summary>
    /// Items that were unreadable or malformed, with their octets as sent; usually empty. Of the merely malformed ones
    /// the value is available as well. They are determined when this property is read.
    /// </summary>
    public IReadOnlyList<MalformedResponse> Malformed => FetchedItemCheck.Malformed(this);

    /// <summary>Whether the response contained the item, even with the value NIL.</summary>
    public bool Contains(FetchItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return FetchedItems.Has(this, item);
    }

    /// <summary>
    /// The octets of a section, or null if it was not fetched or the message does not have it: <c>BODY[…]</c>, RFC822,
    /// RFC822.HEADER and RFC822.TEXT.
    /// </summary>
    /// <param name="section">The section; <see cref="BodySection.Full"/> is the whole message.</param>
    public MessageBody? Section(BodySection section) => FetchedSections.Find(this, section, binary: false);

    /// <summary>
    /// The octets of a section whose transfer encoding the server decoded, <c>BINARY[…]</c> (RFC 3516), or null if it
    /// was not fetched or the message does not have it.
    /// </summary>
    /// <param name="section">The section: a part, or <see cref="BodySection.Full"/>.</param>
    public MessageBody? BinarySection(BodySection section) => FetchedSections.Find(this, section, binary: true);

    /// <summary>
    /// The size of a section in octets without its transfer encoding, <c>BINARY.SIZE[…]</c> (RFC 3516); null if it was
    /// not fetched.
    /// </summary>
    /// <param name="section">The section: a part, or <see cref="BodySection.Full"/>.</param>
    public long? BinarySize(BodySection section) => FetchedSections.BinarySize(this, section);

    /// <summary>
    /// The value of an item as the server sent it: for items that the library does not know, and for those that are
    /// decoded on access. If quotes in the value were not escaped, this is the corrected form; <see cref="Malformed"/>
    /// has what was sent.
    /// </summary>
    /// <param name="name">The item's name in the response, ignoring case, such as <c>X-GM-LABELS</c>.</param>
    /// <param name="raw">The octets of the value.</param>
    /// <returns>
    /// False if the response has no such item, and for UID, FLAGS, INTERNALDATE, RFC822.SIZE and MODSEQ, whose octets
    /// are not kept.
    /// </returns>
    public bool TryGetRaw(string name, out ReadOnlyMemory<byte> raw) => FetchedItems.TryGetRaw(this, name, out raw);

    /// <summary>The sequence number, and the UID if it is known.</summary>
    public override string ToString() =>
        _fields.Uid == 0 ? $"message {_fields.Number}" : $"message {_fields.Number} (UID {_fields.Uid})";

    internal ReadOnlyMemory<byte> Octets => Volatile.Read(ref _data) switch
    {
        byte[] octets => octets,
        FetchedDetails details => details.Octets,
        _ => default,
    };

    internal FetchedExtras? Extras => (Volatile.Read(ref _data) as FetchedDetails)?.Extras;

    internal FetchedMessage? Next => Extras?.Next;

    /// <summary>Adds a section that is not in the octets. Only the creator of the message may add to it.</summary>
    internal void AddBody(MessageBody body)
    {
        if (Extras is null or { Bodies: [], Next: null })
            SetSmall(FetchItemKinds.Section).Bodies = [body];
        else
            Append(new FetchedMessage { Sections = [body] });

        // If its consumer moved on before it arrived, nobody else would release it.
        Interlocked.MemoryBarrier();
        if (Extras is { IsReleased: true })
            (body as IReleasable)?.Release();
    }

    /// <summary>
    /// Appends items of the same message that arrived later. Concurrent readers see all of them or none.
    /// </summary>
    internal void Append(FetchedMessage more)
    {
        FetchedExtras extras = GetDetails().GetExtras();
        FetchedMessage last = extras.Tail ?? this;
        extras.Tail = more;
        last.GetDetails().GetExtras().Next = more;
    }

    /// <summary>
    /// Forgets items that are better known from elsewhere. Only the creator of the message may call it, before anyone
    /// else has the message.
    /// </summary>
    internal void LeaveOut(FetchItemKinds kinds) => _fields.Kinds &= ~kinds;

    /// <summary>Records that the response did not contain all that was requested.</summary>
    internal void Expect(FetchItems asked) => GetDetails().GetExtras().Asked = asked;

    /// <summary>The UID in this response alone; 0 if it has none.</summary>
    internal uint OwnUid => _fields.Uid;

    /// <summary>Adds a line that continues the response and is unreadable.</summary>
    internal void AddRest(MalformedResponse rest)
    {
        FetchedMessage more = new();
        more.GetDetails().GetExtras().Rest = rest;
        Append(more);
    }

    /// <summary>A copy without what arrived later.</summary>
    internal FetchedMessage Copy() =>
        new() { _fields = _fields, _data = (Volatile.Read(ref _data) as FetchedDetails)?.Copy() ?? _data };

    // Streamed bodies that were not read are gone once the consumer asks for the next message.
    void IReleasable.Release()
    {
        if (Extras is { } extras)
            extras.IsReleased = true;
        Interlocked.MemoryBarrier();
        for (FetchedMessage? message = this; message is not null; message = message.Next)
        {
            foreach (MessageBody body in message.Extras?.Bodies ?? [])
                (body as IReleasable)?.Release();
        }
    }

    private Envelope ReadEnvelope()
    {
        FetchedDetails details = GetDetails();
        return details.Envelope ?? details.Keep(FetchedItems.ReadEnvelope(details.Octets));
    }

    private BodyPart ReadStructure()
    {
        FetchedDetails details = GetDetails();
        return details.Structure ?? details.Keep(FetchedItems.ReadStructure(details.Octets));
    }

    private FetchedDetails GetDetails()
    {
        object? data = Volatile.Read(ref _data);
        while (data is not FetchedDetails)
        {
            object? before = Interlocked.CompareExchange(ref _data, new FetchedDetails(data as byte[]), data);
            data = before == data ? _data : before;
        }

        return (FetchedDetails)data;
    }

    private FetchedExtras SetSmall(FetchItemKinds kind)
    {
        _fields.Kinds |= kind;
        return GetDetails().GetExtras();
    }

    // The latest value is the current one.
    internal FetchedMessage? Last(FetchItemKinds kind)
    {
        FetchedMessage? found = null;
        for (FetchedMessage? message = this; message is not null; message = message.Next)
        {
            if ((message._fields.Kinds & kind) != FetchItemKinds.None)
                found = message;
        }

        return found;
    }

    internal FetchedMessage Holder(FetchItem item) => Last(item.Kind) ?? throw MissingItem.Exception(this, item);
}
