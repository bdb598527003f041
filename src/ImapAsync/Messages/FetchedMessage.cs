namespace ImapAsync;

/// <summary>
/// What FETCH responses say about a message (RFC 9051 §7.5.2). What was not fetched cannot be read: its property throws
/// and names the <see cref="FetchItem"/> to ask for, or says that the server left it out. What cannot be read is empty
/// or null, and listed in <see cref="Malformed"/>. Envelopes and structures are decoded when they are first read. Safe
/// to read from several threads.
/// </summary>
public sealed class FetchedMessage : IReleasable
{
    // The octets, or the FetchedDetails that hold them: most messages of a large mailbox never need more than the
    // octets.
    private object? _data;
    private FetchFields _fields;

    /// <summary>
    /// Makes a message by hand, as a test would: <c>new FetchedMessage { Uid = new(7), Flags = [Flag.Seen] }</c>.
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
    /// The message's sequence number when the response was sent; <c>default</c> where the server sent 0.
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

    /// <summary>When the message came into the mailbox, as the server has it; null where the server has none.</summary>
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

    /// <summary>The mod-sequence (RFC 7162); null where none was fetched, and where the server keeps none.</summary>
    public ModSequence? ModSequence
    {
        get => ImapAsync.ModSequence.FromServer((Last(FetchItemKinds.ModSeq) ?? this)._fields.ModSeq);
        init => (_fields.ModSeq, _fields.Kinds) = (value?.Value ?? 0, _fields.Kinds | FetchItemKinds.ModSeq);
    }

    /// <summary>The envelope: what the header says of date, subject and addresses.</summary>
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

    /// <summary>The structure of the body: its root part. Empty where the server sent none.</summary>
    /// <exception cref="InvalidOperationException">Neither BODYSTRUCTURE nor BODY was fetched.</exception>
    public BodyPart Body
    {
        get => (Last(FetchItemKinds.BodyStructure) ?? Last(FetchItemKinds.Body)
            ?? throw MissingItem.Exception(this, FetchItem.BodyStructure)).ReadStructure();
        init
        {
            GetDetails().Keep(value);
            _fields.Kinds |= FetchItemKinds.BodyStructure;
        }
    }

    /// <summary>When the message was saved in this mailbox (RFC 8514); null where the server does not know.</summary>
    /// <exception cref="InvalidOperationException">SAVEDATE was not fetched.</exception>
    public DateTimeOffset? SaveDate
    {
        get => FetchedItems.SaveDate(Holder(FetchItem.SaveDate));
        init => SetSmall(FetchItemKinds.SaveDate).SaveDate = value;
    }

    /// <summary>The same for all copies of one message (RFC 8474 §5.1).</summary>
    /// <exception cref="InvalidOperationException">EMAILID was not fetched.</exception>
    public string? EmailId
    {
        get => FetchedItems.EmailId(Holder(FetchItem.EmailId));
        init => SetSmall(FetchItemKinds.EmailId).EmailId = value;
    }

    /// <summary>
    /// The same for all messages of one conversation (RFC 8474 §5.2); null where the server has no conversations.
    /// </summary>
    /// <exception cref="InvalidOperationException">THREADID was not fetched.</exception>
    public string? ThreadId
    {
        get => FetchedItems.ThreadId(Holder(FetchItem.ThreadId));
        init => SetSmall(FetchItemKinds.ThreadId).ThreadId = value;
    }

    /// <summary>The first words of the text (RFC 8970); null where the server has not made them yet.</summary>
    /// <exception cref="InvalidOperationException">PREVIEW was not fetched.</exception>
    public string? Preview
    {
        get => FetchedItems.Preview(Holder(FetchItem.Preview));
        init => SetSmall(FetchItemKinds.Preview).Preview = value;
    }

    /// <summary>
    /// The header fields that were fetched: the header of the message, some fields of it, or the MIME header of a part,
    /// whichever came first.
    /// </summary>
    /// <exception cref="InvalidOperationException">No header was fetched.</exception>
    public MailHeaders Headers =>
        FetchedSections.Headers(this) ?? throw MissingItem.Exception(this, FetchItem.BodyPeek(BodySection.Header));

    /// <summary>
    /// All fetched sections, in the order in which they came. Of a streamed message, one that comes behind a body which
    /// is too large to be held in memory is there once that body was read: a <c>foreach</c> that reads each body in
    /// turn comes to all of them.
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
    /// Items that could not be read, or were not as they should be, with their octets as they were sent; usually empty.
    /// Of the latter the value is there as well. They are looked for when this is read.
    /// </summary>
    public IReadOnlyList<MalformedResponse> Malformed => FetchedItemCheck.Malformed(this);

    /// <summary>Whether the response had that item, even with NIL for its value.</summary>
    public bool Has(FetchItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return FetchedItems.Has(this, item);
    }

    /// <summary>
    /// The octets of a section, or null when it was not fetched or the message does not have it: <c>BODY[…]</c>,
    /// RFC822, RFC822.HEADER and RFC822.TEXT.
    /// </summary>
    /// <param name="section">The section; <see cref="BodySection.Full"/> is the whole message.</param>
    public MessageBody? Section(BodySection section) => FetchedSections.Find(this, section, binary: false);

    /// <summary>
    /// The octets of a section whose transfer encoding the server undid, <c>BINARY[…]</c> (RFC 3516), or null when it
    /// was not fetched or the message does not have it.
    /// </summary>
    /// <param name="section">The section: a part, or <see cref="BodySection.Full"/>.</param>
    public MessageBody? BinarySection(BodySection section) => FetchedSections.Find(this, section, binary: true);

    /// <summary>
    /// How many octets a section has without its transfer encoding, <c>BINARY.SIZE[…]</c> (RFC 3516); null when it was
    /// not fetched.
    /// </summary>
    /// <param name="section">The section: a part, or <see cref="BodySection.Full"/>.</param>
    public long? BinarySize(BodySection section) => FetchedSections.BinarySize(this, section);

    /// <summary>
    /// The value of an item as the server sent it: for items that the library does not know, and for those that are
    /// decoded when they are read. Of one whose quotes are not escaped it is what was made of it;
    /// <see cref="Malformed"/> has what was sent.
    /// </summary>
    /// <param name="name">The item's name in the response, in any case, such as <c>X-GM-LABELS</c>.</param>
    /// <param name="raw">The octets of the value.</param>
    /// <returns>
    /// False when the response has no such item, and for UID, FLAGS, INTERNALDATE, RFC822.SIZE and MODSEQ, of which no
    /// octets are kept.
    /// </returns>
    public bool TryGetRaw(string name, out ReadOnlyMemory<byte> raw) => FetchedItems.TryGetRaw(this, name, out raw);

    /// <summary>The sequence number, and the UID where it is known.</summary>
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

    internal FetchItemKinds Kinds => _fields.Kinds;

    internal ref readonly FetchFields Fields => ref _fields;

    /// <summary>Adds a section that is not in the octets. Only the one who made the message may add to it.</summary>
    internal void AddBody(MessageBody body)
    {
        if (Extras is null or { Bodies: [], Next: null })
            SetSmall(FetchItemKinds.Section).Bodies = [body];
        else
            Append(new FetchedMessage { Sections = [body] });

        // Its consumer may have moved on before it came: then nobody else would let go of it.
        Interlocked.MemoryBarrier();
        if (Extras is { IsReleased: true })
            (body as IReleasable)?.Release();
    }

    /// <summary>
    /// Adds the items of the same message that came later. Those who read at the same time see all of them or none.
    /// </summary>
    internal void Append(FetchedMessage more)
    {
        FetchedExtras extras = GetDetails().GetExtras();
        FetchedMessage last = extras.Tail ?? this;
        extras.Tail = more;
        last.GetDetails().GetExtras().Next = more;
    }

    /// <summary>
    /// Forgets items, since they are known better. Only the one who made the message may do that, before anybody else
    /// has it.
    /// </summary>
    internal void LeaveOut(FetchItemKinds kinds) => _fields.Kinds &= ~kinds;

    /// <summary>The response has not had all that was asked for.</summary>
    internal void Expect(FetchItems asked) => GetDetails().GetExtras().Asked = asked;

    /// <summary>The UID of this response alone; 0 where it has none.</summary>
    internal uint OwnUid => _fields.Uid;

    /// <summary>Adds a line that goes on with the response, and cannot be read.</summary>
    internal void AddRest(MalformedResponse rest)
    {
        FetchedMessage more = new();
        more.GetDetails().GetExtras().Rest = rest;
        Append(more);
    }

    /// <summary>The same without what came later.</summary>
    internal FetchedMessage Copy() =>
        new() { _fields = _fields, _data = (Volatile.Read(ref _data) as FetchedDetails)?.Copy() ?? _data };

    // Bodies that were streamed and not read are gone once the consumer asks for the next message.
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

    // What came last is what holds now.
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
