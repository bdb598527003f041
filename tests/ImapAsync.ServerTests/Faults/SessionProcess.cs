using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace ImapAsync.ServerTests;

/// <summary>The process of a server that serves one connection. It can be stopped, so that a command is certainly in progress, and then killed.</summary>
internal sealed class SessionProcess
{
    private const int Stop = 19;
    private const int Kill = 9;

    private readonly int _id;

    private SessionProcess(int id) => _id = id;

    /// <summary>Finds the process, among those of the server, that holds the other end of a client's socket.</summary>
    public static SessionProcess Of(Socket client, TestServer server)
    {
        string local = Address((IPEndPoint)client.RemoteEndPoint!);
        string remote = Address((IPEndPoint)client.LocalEndPoint!);
        string inode = File.ReadLines("/proc/net/tcp")
            .Select(static line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Single(words => words[1] == local && words[2] == remote)[9];
        return new SessionProcess(Below(MasterOf(server)).Single(id => Holds(id, $"socket:[{inode}]")));
    }

    /// <summary>All processes of the server, the first of them among them.</summary>
    public static IReadOnlyList<SessionProcess> All(TestServer server) => [.. Below(MasterOf(server)).Select(static id => new SessionProcess(id))];

    /// <summary>Suspends the process (SIGSTOP).</summary>
    public void Freeze() => Signal(Stop);

    /// <summary>Kills the process, whatever it is doing (SIGKILL).</summary>
    public void End() => Signal(Kill);

    private static int MasterOf(TestServer server) => int.Parse(File.ReadAllText(Path.Combine(server.Directory, "pid")), NumberStyles.AllowTrailingWhite | NumberStyles.AllowLeadingWhite, CultureInfo.InvariantCulture);

    private static string Address(IPEndPoint end) =>
        string.Create(CultureInfo.InvariantCulture, $"{BitConverter.ToUInt32(end.Address.MapToIPv4().GetAddressBytes()):X8}:{end.Port:X4}");

    private static bool Holds(int id, string socket)
    {
        try
        {
            return Directory.GetFiles($"/proc/{id}/fd").Any(file => new FileInfo(file).LinkTarget == socket);
        }
        catch (IOException)
        {
            // Gone since the list was created.
            return false;
        }
    }

    // The process and all its descendants.
    private static List<int> Below(int master)
    {
        Dictionary<int, int> parents = [];
        foreach (string directory in Directory.GetDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(directory), NumberStyles.None, CultureInfo.InvariantCulture, out int id) && ParentOf(id) is { } parent)
                parents[id] = parent;
        }

        return [.. parents.Keys.Where(IsBelow)];

        bool IsBelow(int id)
        {
            while (id != master && parents.TryGetValue(id, out int parent))
                id = parent;
            return id == master;
        }
    }

    private static int? ParentOf(int id)
    {
        try
        {
            // The name in parentheses may contain anything.
            string stat = File.ReadAllText($"/proc/{id}/stat");
            return int.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[1], CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return null;
        }
    }

    private void Signal(int signal)
    {
        Debug.Assert(_id > 1, "never the first process of the machine");
        if (SendSignal(_id, signal) != 0)
            throw new InvalidOperationException($"Process {_id} did not take signal {signal}.");
    }

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int SendSignal(int id, int signal);
}
