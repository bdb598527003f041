namespace ImapAsync.Testing;

/// <summary>The commands of the server.</summary>
internal static class ServerCommands
{
    public static CommandTable Create() => new(
    [
        new CapabilityHandler(), new NoopHandler("NOOP", SessionStates.Any), new LogoutHandler(), new IdHandler(),
        new StartTlsHandler(), new LoginHandler(), new AuthenticateHandler(), new ProxyAuthHandler(),
        new EnableHandler(), new IdleHandler(), new CompressHandler(),
        new SelectHandler("SELECT"), new SelectHandler("EXAMINE"), new NoopHandler("CHECK", SessionStates.Selected),
        new CloseHandler(), new UnselectHandler(),
        new CreateHandler(), new DeleteHandler(), new RenameHandler(),
        new SubscribeHandler("SUBSCRIBE", subscribes: true), new SubscribeHandler("UNSUBSCRIBE", subscribes: false),
        new ListHandler(), new LsubHandler(), new StatusHandler(), new NamespaceHandler(),
        new AppendHandler(), new ExpungeHandler(),
        new CopyHandler("COPY", moves: false), new CopyHandler("MOVE", moves: true), new StoreHandler(),
        new FetchHandler(), new PartialHandler(), new SearchHandler(), new SortHandler(), new ThreadHandler(),
        new SetAclHandler(), new DeleteAclHandler(), new GetAclHandler(),
        new ListRightsHandler(), new MyRightsHandler(),
        new GetQuotaHandler(), new GetQuotaRootHandler(), new SetQuotaHandler(),
        new GetMetadataHandler(), new SetMetadataHandler(), new GetAnnotationHandler(), new SetAnnotationHandler(),
    ]);
}
