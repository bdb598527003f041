namespace ImapAsync.Testing;

/// <summary>ENABLE (RFC 9051 §6.3.1): capabilities that cannot be enabled are ignored.</summary>
internal sealed class EnableHandler() : MailStoreHandler("ENABLE")
{
    private static readonly string[] Known = ["CONDSTORE", "QRESYNC", "IMAP4rev2"];

    public override IReadOnlyList<string> Capabilities => ["ENABLE", "IMAP4rev2"];

    protected override Reply Execute(ClientSession session, ReceivedCommand command)
    {
        ArgumentReader arguments = command.Arguments();
        List<string> enabled = new();
        do
        {
            arguments.Space();
            string name = arguments.Atom();
            string? known = Known.FirstOrDefault(known => known.Equals(name, StringComparison.OrdinalIgnoreCase));
            bool isNews = known is not null && !session.Enabled.Contains(known) && !enabled.Contains(known);
            if (isNews && session.Server.Has(known!))
                enabled.Add(known!);
        }
        while (!arguments.IsAtEnd);

        if (!session.Server.Faults.Has(ImapQuirk.NoEnabledResponse))
            session.Writer.Untagged("ENABLED"u8).Text(string.Concat(enabled.Select(static name => " " + name))).End();
        foreach (string name in enabled)
            session.Enable(name);
        return Reply.Ok("Enabled");
    }
}
