namespace ImapAsync;

/// <summary>Status responses: OK, NO, BAD, BYE and PREAUTH with their code and text (RFC 9051 §7.1).</summary>
internal readonly record struct StatusResponse(StatusKind Kind, ResponseCode? Code, string Text)
{
    /// <summary>Whether it reports something even from servers that send chatter.</summary>
    public bool IsMoreThanText => Code is not null && Kind is (StatusKind.Ok or StatusKind.No or StatusKind.Bad);

    /// <summary>Whether a response's name is one of the five.</summary>
    public static bool IsStatus(ReadOnlySpan<byte> response) => TryReadKind(response, out _, out _);

    /// <summary>
    /// Whether a response says that the server will not continue: a BYE, or a NO or BAD instead of a greeting.
    /// </summary>
    public static bool IsRefusal(ReadOnlySpan<byte> response, bool isGreeting) =>
        TryReadKind(response, out StatusKind kind, out _)
        && (kind == StatusKind.Bye || (isGreeting && kind is StatusKind.No or StatusKind.Bad));

    /// <summary>Reads <c>OK [CODE arguments] text</c>; false if it is not a status response.</summary>
    public static bool TryParse(ReadOnlySpan<byte> response, out StatusResponse status)
    {
        status = default;
        int length = 0;
        StatusKind kind = StatusKind.Ok;
        // Some servers send a code without a status: it is read as OK.
        if (!response.StartsWith("["u8) && !TryReadKind(response, out kind, out length))
            return false;

        ReadOnlySpan<byte> rest = response[length..].TrimStart(" \t"u8);
        ResponseCode? code = ResponseCodeParser.TryParse(rest, out int codeLength);
        status = new StatusResponse(kind, code, TextCache.Get(rest[codeLength..].Trim(" \t\r"u8)));
        return true;
    }

    private static bool TryReadKind(ReadOnlySpan<byte> response, out StatusKind kind, out int length)
    {
        ReadOnlySpan<byte> word = response;
        int end = response.IndexOfAny(" \t\r\n["u8);
        if (end >= 0)
            word = response[..end];
        length = word.Length;
        ResponseKind named = ResponseNames.KindOf(word);
        kind = named switch
        {
            ResponseKind.No => StatusKind.No,
            ResponseKind.Bad => StatusKind.Bad,
            ResponseKind.Bye => StatusKind.Bye,
            ResponseKind.PreAuth => StatusKind.PreAuth,
            _ => StatusKind.Ok,
        };
        return named is >= ResponseKind.Ok and <= ResponseKind.PreAuth;
    }
}
