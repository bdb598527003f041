using System.Text;

namespace ImapAsync.Testing;

/// <summary>A command that a client sent.</summary>
public sealed class RecordedCommand
{
    internal RecordedCommand(
        int connection, string tag, string name, ReadOnlyMemory<byte> octets, int roundTrip, DateTimeOffset at,
        string? user)
    {
        Connection = connection;
        Tag = tag;
        Name = name;
        Octets = octets;
        RoundTrip = roundTrip;
        At = at;
        User = user;
    }

    /// <summary>The connection on which it arrived, counted from 1.</summary>
    public int Connection { get; }

    /// <summary>The client's tag.</summary>
    public string Tag { get; }

    /// <summary>The name in capitals, prefixed with <c>UID </c> if it was given: <c>UID FETCH</c>.</summary>
    public string Name { get; }

    /// <summary>Everything that was sent, including tag, literals and passwords, without the last line end.</summary>
    public ReadOnlyMemory<byte> Octets { get; }

    /// <summary>The round trip of its connection in which it arrived, counted from 1.</summary>
    public int RoundTrip { get; }

    /// <summary>When it had arrived, by the server's clock.</summary>
    public DateTimeOffset At { get; }

    /// <summary>The user who was logged in; null before that.</summary>
    public string? User { get; }

    /// <summary>The result; null while it is in progress, and if no answer was given.</summary>
    public ImapStatus? Status { get; internal set; }

    /// <summary>Everything that was sent after the tag, as text: <c>UID FETCH 1:* (FLAGS)</c>.</summary>
    public string Text => Encoding.UTF8.GetString(Octets.Span)[(Tag.Length == 0 ? 0 : Tag.Length + 1)..];

    /// <summary>The text.</summary>
    public override string ToString() => Text;
}
