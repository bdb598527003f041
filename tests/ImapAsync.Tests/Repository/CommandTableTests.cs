using System.Reflection;
using System.Runtime.CompilerServices;

namespace ImapAsync.Tests.Repository;

/// <summary>docs/commands.md names every command and every named method, as they are, and the counterpart of each method of Python's imaplib.</summary>
public sealed class CommandTableTests
{
    private const BindingFlags Members =
        BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.FlattenHierarchy;

    /// <summary>The public methods and documented attributes of imaplib.IMAP4 (Python 3.14), and what else the module has.</summary>
    private static readonly string[] Imaplib =
    [
        "abort", "append", "authenticate", "capability", "check", "close", "copy", "create", "delete", "deleteacl", "enable", "error", "expunge", "fetch", "getacl",
        "getannotation", "getquota", "getquotaroot", "idle", "list", "login", "login_cram_md5", "logout", "lsub", "myrights", "namespace", "noop", "open", "partial", "print_log",
        "proxyauth", "read", "readline", "readonly", "recent", "rename", "response", "search", "select", "send", "setacl", "setannotation", "setquota", "shutdown", "socket",
        "sort", "starttls", "status", "store", "subscribe", "thread", "uid", "unselect", "unsubscribe", "xatom", "PROTOCOL_VERSION", "debug", "utf8_enabled", "IMAP4",
        "IMAP4_SSL", "IMAP4_stream", "Internaldate2tuple", "Time2Internaldate", "ParseFlags", "Int2AP",
    ];

    private static readonly Type[] Types = typeof(ImapConnection).Assembly.GetExportedTypes();

    [Fact]
    public void Every_command_has_a_row() => Assert.Equal(
        [],
        CommandTypes().Select(type => type.Name).Except(CommandTable.Commands.SelectMany(row => row.Records)));

    [Fact]
    public void Every_named_method_has_a_row() => Assert.Equal(
        [],
        NamedMethods().Select(method => method.Name).Distinct().Except(CommandTable.Commands.SelectMany(row => row.Methods).Select(MemberOf)));

    [Fact]
    public void What_the_rows_name_EXISTS()
    {
        IEnumerable<string> named = CommandTable.Commands.SelectMany(row => row.Records.Concat(row.Results).Where(name => name.Contains('.', StringComparison.Ordinal)).Concat(row.Methods))
            .Concat(CommandTable.Others.SelectMany(row => row.Members));
        Assert.Equal([], named.Distinct().Where(name => !Exists(name)));
    }

    [Fact]
    public void Commands_have_their_names_and_results()
    {
        Assert.All(CommandTable.Commands.Where(row => row.Records is [var record] && Find(record) is { } type && typeof(ImapCommand).IsAssignableFrom(type)), row =>
        {
            Type type = Find(row.Records[0])!;
            string result = ApiTypeName.Of(ResultOf(type));
            // Nullability is not visible in a type argument.
            Assert.True(
                result == "ImapNothing" ? row.Results.Count == 0 : row.Results is [var told] && told.Replace("?", "", StringComparison.Ordinal) == result.Replace("?", "", StringComparison.Ordinal),
                $"{row} has the result {result}.");
            if (type != typeof(RawCommand))
                Assert.Equal(WireNameOf(type), row.Command);
        });
    }

    [Fact]
    public void Every_method_of_imaplib_is_mapped()
    {
        string[] mapped = [.. CommandTable.Commands.Select(row => row.Imaplib).Concat(CommandTable.Others.SelectMany(row => row.Imaplib.Split(", "))).Select(name => name.Split('(')[0]).Distinct()];
        Assert.Equal([], Imaplib.Except(mapped));
        // uid(command, …) is a row for each command.
        Assert.Equal([], mapped.Except([.. Imaplib, "–"]).Where(name => !name.StartsWith("uid ", StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_row_says_where_it_was_seen() => Assert.All(
        CommandTable.Commands,
        row => Assert.True(row.SeenOn is ["scripted"] or ["Dovecot"] or ["Cyrus"] or ["Dovecot", "Cyrus"], $"{row}: {string.Join(", ", row.SeenOn)}"));

    /// <summary>If no real server has it, some test here writes and reads its octets.</summary>
    [Fact]
    public void What_is_scripted_is_tested_here()
    {
        string tests = string.Concat(Directory.EnumerateFiles(RepositoryRoot.Combine("tests", "ImapAsync.Tests"), "*Tests.cs", SearchOption.AllDirectories).Select(File.ReadAllText));
        IEnumerable<string> used = CommandTable.Commands.Where(row => row.SeenOn is ["scripted"]).SelectMany(row => row.Records.Concat(row.Methods).Take(1));
        Assert.Equal([], used.Where(name => !tests.Contains(name.EndsWith(".Partial", StringComparison.Ordinal) ? name.Split('.')[0] : name, StringComparison.Ordinal)));
    }

    private static IEnumerable<Type> CommandTypes() => Types.Where(static type => type is { IsAbstract: false } && typeof(ImapCommand).IsAssignableFrom(type));

    private static IEnumerable<MethodInfo> NamedMethods() =>
        from type in Types
        from method in type.GetMethods(Members)
        where method.IsDefined(typeof(ExtensionAttribute)) && typeof(IImapSession).IsAssignableFrom(method.GetParameters()[0].ParameterType)
        select method;

    private static bool Exists(string name)
    {
        string[] parts = name.Split('.');
        if (parts.Length == 1)
            return Find(name) is not null || Types.Any(type => HasMember(type, name));
        return Find(parts[0]) is { } found && HasMember(found, parts[1]);
    }

    private static bool HasMember(Type type, string name) => type.GetMember(name, Members).Length > 0 || type.GetInterfaces().Any(face => face.GetMember(name).Length > 0);

    // A command and the base that it shares with its twin have the same name: StoreCommand and StoreCommand<TSet>.
    private static Type? Find(string name)
    {
        Type[] named = Array.FindAll(Types, type => type.Name.Split('`')[0] == name.Split('<')[0]);
        return Array.Find(named, type => type.IsGenericType == name.Contains('<', StringComparison.Ordinal)) ?? named.FirstOrDefault();
    }

    private static string MemberOf(string name) => name.Split('.')[^1];

    private static Type ResultOf(Type command)
    {
        Type? type = command;
        while (type is not { IsGenericType: true } || type.GetGenericTypeDefinition() != typeof(ImapCommand<>))
            type = type!.BaseType;
        return type.GetGenericArguments()[0];
    }

    // UidCopyCommand is UID COPY.
    private static string WireNameOf(Type command)
    {
        string name = command.Name[..^"Command".Length];
        return command == typeof(RecentCommand) ? "NOOP"
            : command == typeof(CompressCommand) ? "COMPRESS DEFLATE"
            : name.StartsWith("Uid", StringComparison.Ordinal) ? "UID " + name["Uid".Length..].ToUpperInvariant()
            : name.ToUpperInvariant();
    }
}
