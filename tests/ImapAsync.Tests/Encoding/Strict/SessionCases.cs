using ImapAsync.Extensibility;
using static ImapAsync.Tests.CommandCases;

namespace ImapAsync.Tests;

/// <summary>Commands of the session.</summary>
internal static class SessionCases
{
    public static Dictionary<Type, Func<CommandSource, (ImapCommand Command, Wanted[] Tokens)>> All { get; } = new()
    {
        [typeof(CapabilityCommand)] = _ => Case(new CapabilityCommand(), "CAPABILITY"),
        [typeof(CompressCommand)] = _ => Case(new CompressCommand(), "COMPRESS", Wanted.Word("DEFLATE")),
        [typeof(LogoutCommand)] = _ => Case(new LogoutCommand(), "LOGOUT"),
        [typeof(NoopCommand)] = _ => Case(new NoopCommand(), "NOOP"),
        [typeof(StartTlsCommand)] = _ => Case(new StartTlsCommand(), "STARTTLS"),
        [typeof(UnauthenticateCommand)] = _ => Case(new UnauthenticateCommand(), "UNAUTHENTICATE"),
        [typeof(NamespaceCommand)] = _ => Case(new NamespaceCommand(), "NAMESPACE"),
        [typeof(ComparatorCommand)] = Comparator,
        [typeof(LanguageCommand)] = Language,
        [typeof(EnableCommand)] = Enable,
        [typeof(IdCommand)] = Id,
        [typeof(LoginCommand)] = Login,
        [typeof(ProxyAuthCommand)] = ProxyAuth,
        [typeof(RawCommand)] = Raw,
        [typeof(AuthenticateCommand)] = Authenticate,
        [typeof(IdleCommand)] = _ => Case(IdleCommand.Instance, "IDLE"),
    };

    private static (ImapCommand Command, Wanted[] Tokens) Authenticate(CommandSource source)
    {
        byte[] initial = source.Number(4) == 0 ? [] : source.Octets(nul: true);
        bool isSent = source.Maybe();
        AuthenticateCommand command = new("X-OWN", new Said(initial), isSent, CancellationToken.None);
        Wanted[] response = isSent ? [Wanted.Word(initial.Length == 0 ? "=" : Convert.ToBase64String(initial))] : [];
        return Case(command, "AUTHENTICATE", [Wanted.Word("X-OWN"), .. response]);
    }

    private static (ImapCommand Command, Wanted[] Tokens) Comparator(CommandSource source)
    {
        (string one, string two) = (source.Text(), source.Text());
        return Case(new ComparatorCommand(one, two), "COMPARATOR", Wanted.AString(one), Wanted.AString(two));
    }

    private static (ImapCommand Command, Wanted[] Tokens) Language(CommandSource source)
    {
        string range = source.Text();
        return Case(new LanguageCommand(range), "LANGUAGE", Wanted.AString(range));
    }

    private static (ImapCommand Command, Wanted[] Tokens) Enable(CommandSource source)
    {
        string name = source.Atom();
        return Case(new EnableCommand(name, "QRESYNC"), "ENABLE", Wanted.Word(name), Wanted.Word("QRESYNC"));
    }

    private static (ImapCommand Command, Wanted[] Tokens) Id(CommandSource source)
    {
        string value = Cut(source.Text());
        return source.Number(4) == 0
            ? Case(new IdCommand(new Dictionary<string, string?> { ["name"] = null }), "ID", Wanted.Word("NIL"))
            : Case(new IdCommand(new Dictionary<string, string?> { ["name"] = value, ["os"] = null }), "ID", Wanted.List(Wanted.String("name"), Wanted.String(value)));
    }

    private static (ImapCommand Command, Wanted[] Tokens) Login(CommandSource source)
    {
        (string user, string password) = (source.SomeText(), source.Text());
        return Case(new LoginCommand(user, password), "LOGIN", Wanted.AString(user), Wanted.AString(password));
    }

    private static (ImapCommand Command, Wanted[] Tokens) ProxyAuth(CommandSource source)
    {
        string user = source.SomeText();
        return Case(new ProxyAuthCommand(user), "PROXYAUTH", Wanted.AString(user));
    }

    private static (ImapCommand Command, Wanted[] Tokens) Raw(CommandSource source)
    {
        (string text, string mailbox, byte[] octets) = (source.Text(), source.Name(), source.Octets(nul: false));
        return Case(
            new RawCommand("XRUN", RawArgument.String(text), RawArgument.Mailbox(mailbox), RawArgument.Literal(octets), "(a b)"),
            "XRUN",
            Wanted.AString(text),
            Wanted.Mailbox(mailbox, source.Utf8),
            Wanted.String(octets),
            Wanted.List(Wanted.Words("a b")));
    }

    // ID accepts 1024 octets.
    private static string Cut(string text) => text.Length < 200 ? text : "long";

    /// <summary>An exchange that begins with some octets.</summary>
    private sealed class Said : SaslExchange
    {
        public Said(byte[] initial)
            : base("X-OWN") => InitialResponse = initial;

        protected override ValueTask<byte[]?> AnswerAsync(ReadOnlyMemory<byte> challenge, CancellationToken cancellationToken) => new((byte[]?)null);
    }
}
