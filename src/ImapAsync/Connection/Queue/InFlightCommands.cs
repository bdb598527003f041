using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>
/// The commands whose tagged response has not arrived yet, in the order of the wire. A field of the queue, guarded by
/// its lock.
/// </summary>
internal struct InFlightCommands
{
    // Those after the first; a connection that never has two at once never needs it.
    private Dictionary<uint, PendingCommand>? _byTag;
    private List<string>? _owned;
    private volatile PendingCommand? _first;
    private PendingCommand? _last;
    private int _exclusive;
    private int _permitExpunge;
    private volatile int _secret;

    /// <summary>
    /// The first of the list. The read loop reads it for every response, without the lock: a command is listed here
    /// before its first octet is sent.
    /// </summary>
    public readonly PendingCommand? First => _first;

    public int Count { readonly get; private set; }

    public readonly bool HasExclusive => _exclusive > 0;

    /// <summary>Whether a command is in progress during which the server may send EXPUNGE.</summary>
    public readonly bool HasExpungePermitting => _permitExpunge > 0;

    /// <summary>
    /// Whether a command that holds a secret is in progress. The read loop reads it for every response, without the
    /// lock, as with <see cref="First"/>.
    /// </summary>
    public readonly bool HasSecret => _secret > 0;

    public readonly bool Owns(string response) => _owned?.Contains(response) == true;

    public void Add(PendingCommand command)
    {
        Tally(command.Command, 1);
        if (command.Command.OwnedResponse is { } owned)
            (_owned ??= []).Add(owned);
        Count++;
        command.Previous = _last;
        if (_last is null)
        {
            _first = command;
        }
        else
        {
            _last.Next = command;
            (_byTag ??= []).Add(command.Tag, command);
        }

        _last = command;
    }

    public readonly PendingCommand? Find(uint tag) =>
        _first is { } first && first.Tag == tag ? first : _byTag?.GetValueOrDefault(tag);

    public void Remove(PendingCommand command)
    {
        if (Find(command.Tag) != command)
            return;

        Count--;
        _byTag?.Remove(command.Tag);
        Tally(command.Command, -1);
        if (command.IsReleased)
            _exclusive++;
        if (command.Command.OwnedResponse is { } owned)
            _owned?.Remove(owned);
        if (command.Previous is null)
            _first = command.Next;
        else
            command.Previous.Next = command.Next;
        if (command.Next is null)
            _last = command.Previous;
        else
            command.Next.Previous = command.Previous;
    }

    /// <summary>The command is no longer exclusive; false if it is not in flight any more.</summary>
    public bool EndExclusive(PendingCommand command)
    {
        if (Find(command.Tag) != command || command.IsReleased)
            return false;
        command.IsReleased = true;
        _exclusive--;
        return true;
    }

    /// <summary>Returns the memory that many concurrent commands needed; there are none now.</summary>
    public void Trim()
    {
        _byTag = null;
        _owned = null;
    }

    private void Tally(ImapCommand command, int by)
    {
        CommandTraits traits = command.Traits;
        if (traits.Has(CommandTraits.Exclusive))
            _exclusive += by;
        if (!traits.Has(CommandTraits.ForbidsExpunge))
            _permitExpunge += by;
        if (WireLog.IsSecret(command))
            _secret += by;
    }
}
