namespace ImapAsync.Tests;

/// <summary>
/// How the sockets of the running test are read and written: a class of tests over one mode is a class over
/// the other by inheritance, with nothing but this in its constructor.
/// </summary>
internal static class TestSockets
{
    private static readonly AsyncLocal<SocketMode> Current = new();

    public static SocketMode Mode
    {
        get => Current.Value;
        set => Current.Value = value;
    }

    /// <summary>The default options, or those given, with that mode.</summary>
    public static TransportOptions With(TransportOptions? options = null) =>
        (options ?? TransportOptions.Default) with { SocketMode = Mode };
}
