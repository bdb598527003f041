using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>What answers and unasked responses mean for the connection's state and for those who listen.</summary>
internal sealed class SessionEvents(ConnectionCore core)
{
    private readonly SessionState _session = core.Session;

    public void StatusReceived(in StatusResponse status, bool isGreeting)
    {
        _session.Apply(status.Code);
        if (status.Code?.Is("ALERT") == true)
            core.Log.Alert(status.Text);

        switch (status.Kind)
        {
            case StatusKind.PreAuth when isGreeting:
                _session.IsAuthenticated = true;
                break;
            case StatusKind.Bye:
                _session.ByeText ??= status.Text;
                // The first BYE ends the connection; only LOGOUT has more to come.
                if (core.FirstInFlight?.Command.Effect != SessionEffect.LogsOut)
                    core.Fail(core.EndOfStream(midResponse: false));
                break;
            default:
                break;
        }
    }

    public void Answered(PendingCommand command, in StatusResponse status)
    {
        core.Kept.Add(status);
        if (status.Code?.Is("ALERT") == true)
            core.Log.Alert(status.Text);
        _session.Selections.Current?.Report(status.Code);
        command.Answered(status.Kind);
        if (status.Kind == StatusKind.Ok)
            Succeeded(command);
        else if (command.Opens is { } opens)
            _session.Selections.Refused(opens, status.Kind != StatusKind.Bad, command.Refusal(status));
    }

    /// <summary>
    /// All others have been told of a status response: its alert is for the user, unless it may be that of somebody on
    /// the way.
    /// </summary>
    public void ShowAlert(in StatusResponse status)
    {
        if (core.Options.AlertCallback is not { } show || status.Code?.Is("ALERT") != true || status.Text.Length == 0
            || core.AwaitsTls)
            return;

        try
        {
            show(status.Text);
        }
        catch (Exception exception)
        {
            core.Log.AlertNotShown(exception);
        }
    }

    public void Unclaimed(in UntaggedResponse response)
    {
        core.Kept.Add(response);
        if (IsAnswer(response))
            core.Log.Unclaimed(response.Raw);
    }

    public void Ended(ImapConnectionException exception) => _session.Selections.Current?.Ended(exception);

    // Updates of the mailbox and of the connection are for nobody in particular.
    private static bool IsAnswer(in UntaggedResponse response) =>
        response.Code is null && response.Kind != ResponseKind.Vanished && !(response.Number is not null
            ? response.Kind is ResponseKind.Exists or ResponseKind.Expunge or ResponseKind.Fetch or ResponseKind.Recent
            : response.Kind is ResponseKind.Ok or ResponseKind.No or ResponseKind.Bad or ResponseKind.Bye
                or ResponseKind.PreAuth or ResponseKind.Capability or ResponseKind.Enabled or ResponseKind.Flags);

    private void Succeeded(PendingCommand command)
    {
        switch (command.Command.Effect)
        {
            case SessionEffect.Authenticates:
                _session.IsAuthenticated = true;
                core.Log.Authenticated(command.Command);
                if (_session.TimesTold == command.CapabilitiesTold)
                    AskAgain(command);
                break;
            case SessionEffect.Unauthenticates:
                _session.Unauthenticate();
                break;
            default:
                break;
        }

        if (command.Opens is not null)
            _session.Selections.Opened();
        else if (command.Command.Traits.Has(CommandTraits.EndsSelection))
            _session.Selections.Closed(MaySelect(command.Command));
    }

    // The server can do other things for a user, and did not say which: ask, before anything else is sent.
    // AuthenticateAsync and LoginAsync do that themselves.
    private void AskAgain(PendingCommand command)
    {
        _session.Forget();
        if (command.Command is not (AuthenticateCommand or LoginCommand { IsFollowedByCapability: true }))
            core.Enqueue(new SendOperation<ImapCapabilities>(new CapabilityCommand(), core.Flow));
    }

    // A SELECT that the library does not know as one has selected a mailbox that nobody holds.
    private static bool MaySelect(ImapCommand command) =>
        command is not (CloseCommand or UnselectCommand or UnauthenticateCommand);
}
