namespace ImapAsync.Testing;

/// <summary>ENABLE (RFC 9051 §6.3.1): what cannot be enabled is passed over.</summary>
internal sealed class EnableHandler() : CommandHandler("ENABLE")
{
    private static readonly string[] Known = ["CONDSTORE", "QRESYNC", "IMAP4rev2"];

    public override SessionStates States => SessionStates.WithUser;

    public override IReadOnlyList<string> Capabilities => ["ENABLE", "IMAP4rev2"];

    public override ValueTask<Reply> ExecuteAsync(ClientSession session, ReceivedCommand command, CancellationToken cancellationToken)
    {
        ArgumentReader arguments = command.Arguments();
        var enabled = new List<string>();
        do
        {
            arguments.Space();
            string name = arguments.Atom();
            string? known = Known.FirstOrDefault(known => known.Equals(name, StringComparison.OrdinalIgnoreCase));
            if (known is not null && session.Server.Has(known) && session.Enabled.Add(known))
                enabled.Add(known);
        }
        while (!arguments.IsAtEnd);

        foreach (string name in enabled)
            session.Enable(name);
        if (session.Server.Faults.Has(ImapQuirk.NoEnabledResponse))
            return new(Reply.Ok("Enabled"));
        session.Writer.Untagged("ENABLED"u8).Text(string.Concat(enabled.Select(static name => " " + name))).End();
        return new(Reply.Ok("Enabled"));
    }
}
