// Provisional: delete this file when Commands/Session and Commands/Mailbox bring these commands, with the same `Effect` overrides:
// LOGIN, AUTHENTICATE: Authenticates; UNAUTHENTICATE: Unauthenticates; LOGOUT: LogsOut; STARTTLS: StartsTls; COMPRESS: StartsCompression.
// SELECT and EXAMINE: the connection calls SelectedMailbox.Open(SelectResult) itself.
using ImapAsync.Extensibility;
namespace ImapAsync;
#pragma warning disable
public sealed record SelectCommand(MailboxName Mailbox) : ImapCommand<SelectResult>("SELECT")
{
    protected internal override CommandTraits Traits => CommandTraits.WaitsForEarlier | CommandTraits.EndsSelection;
    protected internal override void WriteArguments(CommandEncoder encoder) => encoder.Mailbox(Mailbox);
    protected internal override ResponseCollector<SelectResult> CreateCollector() => new C();
    class C : ResponseCollector<SelectResult> { long e;
        protected internal override bool TryCollect(in UntaggedResponse r) { if (r.Is("EXISTS"u8)) { e = r.Number ?? 0; return true;} return r.Is("FLAGS"u8) || r.Is("RECENT"u8) || r.Is("OK"u8); }
        protected internal override SelectResult Complete(ResponseCode? code) => new(e); }
}
public sealed record SelectResult(long Exists) { public long Recent => 0; public FlagSet Flags => FlagSet.Empty; public UidValidity? UidValidity => null; public bool IsReadOnly => false; }
public sealed record NoopCommand() : ImapCommand<ImapNothing>("NOOP") { protected internal override ResponseCollector<ImapNothing> CreateCollector() => NothingCollector.Instance; }
public sealed record LogoutCommand() : ImapCommand<ImapNothing>("LOGOUT") { internal override SessionEffect Effect => SessionEffect.LogsOut; protected internal override CommandTraits Traits => CommandTraits.Exclusive; protected internal override ResponseCollector<ImapNothing> CreateCollector() => NothingCollector.Instance; }
public sealed record StartTlsCommand() : ImapCommand<ImapNothing>("STARTTLS") { internal override SessionEffect Effect => SessionEffect.StartsTls; protected internal override CommandTraits Traits => CommandTraits.Exclusive; protected internal override ResponseCollector<ImapNothing> CreateCollector() => NothingCollector.Instance; }
public sealed record LoginCommand(string U, string P) : ImapCommand<ImapNothing>("LOGIN") { internal override SessionEffect Effect => SessionEffect.Authenticates; protected internal override CommandTraits Traits => CommandTraits.Exclusive|CommandTraits.Secret; protected internal override void WriteArguments(CommandEncoder encoder) => encoder.AString(U).String(P); protected internal override ResponseCollector<ImapNothing> CreateCollector() => NothingCollector.Instance; }
public sealed record CapabilityCommand() : ImapCommand<ImapNothing>("CAPABILITY") { protected internal override ResponseCollector<ImapNothing> CreateCollector() => NothingCollector.Instance; }
public static class X {
  public static async Task CapabilityAsync(this IImapSender s, CancellationToken ct) => _ = (await s.SendAsync(new CapabilityCommand(), ct)).Value;
  public static async Task StartTlsAsync(this IImapSender s, CancellationToken ct) => _ = (await s.SendAsync(new StartTlsCommand(), ct)).Value;
}
