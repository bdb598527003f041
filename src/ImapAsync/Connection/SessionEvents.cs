using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>Applies answers and unsolicited responses to the state of the connection.</summary>
internal sealed class SessionEvents(
    ConnectionContext context, SessionState session, CommandQueue commands, ConnectionEnd end)
{
    /// <summary>An untagged status response has come.</summary>
    public void StatusReceived(in StatusResponse status)
    {
        bool isGreeting = session.DueGreeting is not null;
        session.Apply(status.Code);
        if (status.Code?.Is(ResponseCodes.Alert) == true)
            context.Log.Alert(status.Text);

        switch (status.Kind)
        {
            case StatusKind.PreAuth when isGreeting:
                session.IsAuthenticated = true;
                break;
            case StatusKind.Bye:
                session.Bye ??= status;
                // The first BYE ends the connection; only LOGOUT has more to come.
                if (commands.FirstInFlight?.Command.Effect != SessionEffect.LogsOut)
                    end.FailAtEndOfStream(midResponse: false);
                break;
            case StatusKind.No or StatusKind.Bad when isGreeting:
                string answer = StatusText.Format((ImapStatus)status.Kind, status.Code, status.Text);
                end.Fail(new ConnectionFault(
                    $"The server refused the connection: {answer}", ConnectionFailure.GreetingRefused,
                    Code: status.Code));
                break;
            default:
                break;
        }
    }

    /// <summary>
    /// An untagged status response has come and all other parts have seen it. The first is the greeting, for which the
    /// opener waits.
    /// </summary>
    public void StatusTold(in StatusResponse status)
    {
        ShowAlert(status);
        session.Greeting?.Greeted(status);
    }

    /// <summary>A command was answered and is still among those in flight.</summary>
    public void Answered(PendingCommand command, in StatusResponse status)
    {
        session.Kept.Add(status);
        if (status.Code?.Is(ResponseCodes.Alert) == true)
            context.Log.Alert(status.Text);
        session.Selections.Current?.Report(status.Code);
        command.Answered(status.Kind);
        if (status.Kind == StatusKind.Ok)
            Succeeded(command);
        else if (command.Opens is { } opens)
            session.Selections.Refused(opens, status.Kind != StatusKind.Bad, command.Refusal(status));
    }

    /// <summary>
    /// Shows the alert of a status response to the user, once all other parts have seen the response; not if an
    /// attacker on the network may have sent it.
    /// </summary>
    public void ShowAlert(in StatusResponse status)
    {
        if (context.Options.AlertCallback is not { } show || status.Code?.Is(ResponseCodes.Alert) != true
            || status.Text.Length == 0 || session.AwaitsTls)
        {
            return;
        }

        try
        {
            show(status.Text);
        }
        catch (Exception exception)
        {
            context.Log.AlertNotShown(exception);
        }
    }

    /// <inheritdoc cref="SessionState.Utf8"/>
    public bool Utf8 => session.Utf8;

    /// <summary>TLS has started.</summary>
    public void Secured() => session.Secured();

    /// <summary>A response is no command's answer.</summary>
    public void Unclaimed(in UntaggedResponse response)
    {
        session.Kept.Add(response);
        if (IsAnswer(response))
            context.Log.Unclaimed(response.Raw);
    }

    // Updates of the mailbox and of the connection belong to no command.
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
                session.IsAuthenticated = true;
                context.Log.Authenticated(command.Command);
                if (session.TimesAdvertised == command.TimesAdvertised)
                    AskAgain(command);
                break;
            case SessionEffect.Unauthenticates:
                session.Unauthenticate();
                break;
            default:
                break;
        }

        if (command.Opens is not null)
            session.Selections.Opened();
        else if (command.Command.Traits.Has(CommandTraits.EndsSelection))
            session.Selections.Closed(MaySelect(command.Command));
    }

    // The server's capabilities may change after a login, and it did not send them: ask before anything else is sent.
    // AuthenticateAsync and LoginAsync do that themselves.
    private void AskAgain(PendingCommand command)
    {
        session.Forget();
        if (command.Command is not (AuthenticateCommand or LoginCommand { IsFollowedByCapability: true }))
            commands.Enqueue(new SendOperation<ImapCapabilities>(new CapabilityCommand(), commands.Flow));
    }

    // A SELECT that the library does not recognise as one has selected a mailbox that no object represents.
    private static bool MaySelect(ImapCommand command) =>
        command is not (CloseCommand or UnselectCommand or UnauthenticateCommand);
}
