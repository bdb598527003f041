using System.Diagnostics;

namespace ImapAsync;

/// <summary>
/// One command as traces and metrics see it: a span of kind Client and a duration. Both begin when the caller sends the
/// command, since only there the caller's own span is known, and since the time spent waiting for other commands is
/// part of the caller's wait. An event in the span records when the command was written. Both end when the caller is
/// notified: by the answer, a failure or a cancellation.
/// </summary>
internal sealed class CommandProbe
{
    private const string WrittenEvent = "imap.command.written";

    private readonly ConnectionTelemetry _connection;
    private readonly string _operation;
    private readonly long _started;
    private readonly Activity? _activity;

    public CommandProbe(ConnectionTelemetry connection, string operation)
    {
        _connection = connection;
        _operation = operation;
        _started = connection.Time.GetTimestamp();
        _activity = Start();
    }

    /// <summary>The command is about to go over the wire.</summary>
    public void Written()
    {
        if (_activity is { IsAllDataRequested: true })
            _activity.AddEvent(new ActivityEvent(WrittenEvent));
    }

    /// <summary>The server answered.</summary>
    public void Answered(in StatusResponse status)
    {
        string answer = NameOf(status.Kind);
        string? error = status.Kind == StatusKind.Ok ? null : answer;
        if (_activity is { IsAllDataRequested: true })
        {
            _activity.SetTag(Telemetry.StatusCode, answer);
            if (status.Code is { } code)
                _activity.SetTag(Telemetry.ResponseCode, code.Name);
        }

        End(answer, error, error is null ? null : StatusText.Format((ImapStatus)status.Kind, status.Code, status.Text));
    }

    /// <summary>There will be no answer, or the caller no longer waits for it.</summary>
    /// <param name="exception">What the caller gets; null if the caller has cancelled.</param>
    public void Failed(Exception? exception) => End(answer: null, exception?.GetType().FullName, exception?.Message);

    // The caller's span stays the current one: the sending method is not asynchronous itself, so its caller would see a
    // change.
    private Activity? Start()
    {
        if (!Telemetry.Source.HasListeners())
            return null;

        Activity? current = Activity.Current;
        Activity? activity =
            Telemetry.Source.StartActivity(_operation, ActivityKind.Client, parentContext: default, Tags());
        Activity.Current = current;
        return activity;
    }

    private void End(string? answer, string? error, string? description)
    {
        Stop(error, description);
        if (!Telemetry.Duration.Enabled)
            return;

        TagList tags = Tags();
        if (answer is not null)
            tags.Add(Telemetry.StatusCode, answer);
        if (error is not null)
            tags.Add(Telemetry.ErrorType, error);
        Telemetry.Duration.Record(_connection.Time.GetElapsedTime(_started).TotalSeconds, tags);
    }

    private void Stop(string? error, string? description)
    {
        if (_activity is null)
            return;

        if (error is not null)
        {
            _activity.SetTag(Telemetry.ErrorType, error);
            _activity.SetStatus(ActivityStatusCode.Error, description);
        }

        // Stopping a span makes its parent the current one of the stopping thread: here the read loop's, or another
        // caller's.
        Activity? current = Activity.Current;
        _activity.Stop();
        Activity.Current = current;
    }

    private TagList Tags()
    {
        TagList tags = _connection.ServerTags();
        tags.Add(Telemetry.Operation, _operation);
        return tags;
    }

    private static string NameOf(StatusKind kind) => kind switch
    {
        StatusKind.Ok => "OK",
        StatusKind.Bad => "BAD",
        _ => "NO",
    };
}
