using System.Text;

namespace ImapAsync.Testing;

/// <summary>AUTHENTICATE (RFC 9051 §6.2.2), with the initial response of SASL-IR.</summary>
internal sealed class AuthenticateHandler() : CommandHandler("AUTHENTICATE")
{
    public override SessionStates States => SessionStates.NotAuthenticated;

    public override async ValueTask<Reply> ExecuteAsync(
        ClientSession session, ReceivedCommand command, CancellationToken cancellationToken)
    {
        (string mechanism, byte[]? response) = Read(session, command);
        SaslServer server = SaslServers.Find(mechanism, session.Server.Options, session.Number) is { } found
                && session.Server.Has("AUTH=" + mechanism)
            ? found
            : throw CommandRefusedException.No("CANNOT", $"{mechanism} is not one of the mechanisms");
        SaslStep step = SaslStep.Challenge([]);
        if (response is null && server.SpeaksFirst)
            step = Next(session, server, []);
        while (step.IsChallenge)
        {
            response ??= await AskAsync(session, step.Octets, cancellationToken).ConfigureAwait(false);
            step = Next(session, server, response);
            response = null;
        }

        lock (session.Server.Store.Gate)
            return Finish(session, step);
    }

    private static (string Mechanism, byte[]? InitialResponse) Read(ClientSession session, ReceivedCommand command)
    {
        ArgumentReader arguments = command.Arguments();
        arguments.Space();
        string mechanism = arguments.Keyword();
        byte[]? response = null;
        if (arguments.TrySpace())
        {
            if (!session.Server.Has("SASL-IR") && !session.Server.Has("IMAP4rev2"))
                throw arguments.Wrong("the end, without an initial response, since SASL-IR was not announced");
            string text = Encoding.ASCII.GetString(arguments.Rest);
            arguments.Skip(text.Length);
            response = text == "=" ? [] : Decode(text);
        }

        arguments.End();
        return (mechanism, response);
    }

    private static async ValueTask<byte[]> AskAsync(
        ClientSession session, byte[] challenge, CancellationToken cancellationToken)
    {
        session.Writer.Continue(Convert.ToBase64String(challenge));
        await session.Output.FlushAsync(cancellationToken).ConfigureAwait(false);
        byte[]? line = await session.Reader.ReadLineAsync(cancellationToken).ConfigureAwait(false);
        CommandGathering.CountRoundTrip(session);
        return line switch
        {
            null => throw new ClientGoneException(),
            [(byte)'*'] => throw CommandRefusedException.Bad("Cancelled by the client"),
            _ => Decode(Encoding.ASCII.GetString(line)),
        };
    }

    private static SaslStep Next(ClientSession session, SaslServer server, byte[] response)
    {
        lock (session.Server.Store.Gate)
            return server.Next(session.Server.Store, response);
    }

    private static Reply Finish(ClientSession session, SaslStep step)
    {
        if (step.User is not { } authenticated)
            return LogIn.Finish(session, user: null);
        return Credentials.Authorize(session.Server.Store, authenticated, step.AuthorizationId) is { } user
            ? LogIn.Finish(session, user, authenticated)
            : Reply.No("AUTHORIZATIONFAILED", "Acting for that user is not allowed");
    }

    private static byte[] Decode(string base64)
    {
        byte[] octets = new byte[base64.Length];
        return Convert.TryFromBase64String(base64, octets, out int length) && !base64.AsSpan().ContainsAny(" \t")
            ? octets[..length]
            : throw CommandRefusedException.Bad("The response is not base64");
    }
}
