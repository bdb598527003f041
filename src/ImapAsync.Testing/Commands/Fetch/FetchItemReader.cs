using System.Text;

namespace ImapAsync.Testing;

/// <summary>Reads the items of a FETCH (fetch-att, RFC 9051 §9).</summary>
internal static class FetchItemReader
{
    private static readonly FetchItemRequest Flags = new(FetchItemKind.Flags);
    private static readonly FetchItemRequest InternalDate = new(FetchItemKind.InternalDate);
    private static readonly FetchItemRequest Size = new(FetchItemKind.Size);
    private static readonly FetchItemRequest Envelope = new(FetchItemKind.Envelope);
    private static readonly FetchItemRequest Body = new(FetchItemKind.Body);

    public static List<FetchItemRequest> Read(ClientSession session, ref ArgumentReader arguments)
    {
        List<FetchItemRequest> items = new();
        if (!arguments.TryListStart())
        {
            if (!TryReadMacro(session, ref arguments, items))
                items.Add(ReadOne(session, ref arguments));
            return items;
        }

        do
            items.Add(ReadOne(session, ref arguments));
        while (arguments.TrySpace());
        arguments.ListEnd();
        return items;
    }

    private static bool TryReadMacro(ClientSession session, ref ArgumentReader arguments, List<FetchItemRequest> items)
    {
        FetchItemRequest[]? macro = arguments.TryWord("ALL"u8) ? [Flags, InternalDate, Size, Envelope]
            : arguments.TryWord("FAST"u8) ? [Flags, InternalDate, Size]
            : arguments.TryWord("FULL"u8) ? [Flags, InternalDate, Size, Envelope, Body]
            : null;
        if (macro is null)
            return false;
        if (session.Server.Faults.Has(ImapQuirk.NoFetchMacros))
            throw CommandRefusedException.Bad("Could not parse command");
        items.AddRange(macro);
        return true;
    }

    public static FetchItemRequest ReadOne(ClientSession session, ref ArgumentReader arguments)
    {
        string name = ReadName(ref arguments);
        FetchItemKind? plain = name switch
        {
            "UID" => FetchItemKind.Uid,
            "FLAGS" => FetchItemKind.Flags,
            "INTERNALDATE" => FetchItemKind.InternalDate,
            "RFC822.SIZE" => FetchItemKind.Size,
            "ENVELOPE" => FetchItemKind.Envelope,
            "BODYSTRUCTURE" => FetchItemKind.BodyStructure,
            "RFC822" => FetchItemKind.Rfc822,
            "RFC822.HEADER" => FetchItemKind.Rfc822Header,
            "RFC822.TEXT" => FetchItemKind.Rfc822Text,
            "MODSEQ" when session.Server.Has("CONDSTORE") => FetchItemKind.ModSequence,
            "SAVEDATE" when session.Server.Has("SAVEDATE") => FetchItemKind.SaveDate,
            "EMAILID" when session.Server.Has("OBJECTID") => FetchItemKind.EmailId,
            "THREADID" when session.Server.Has("OBJECTID") => FetchItemKind.ThreadId,
            _ => null,
        };
        if (plain is { } kind)
            return new FetchItemRequest(kind, Peeks: kind is not (FetchItemKind.Rfc822 or FetchItemKind.Rfc822Text));
        return ReadSectioned(session, name, ref arguments);
    }

    private static FetchItemRequest ReadSectioned(ClientSession session, string name, ref ArgumentReader arguments)
    {
        if (name == "BODY" && arguments.Next != '[')
            return Body;
        FetchItemKind kind = name switch
        {
            "BODY" or "BODY.PEEK" => FetchItemKind.Section,
            "BINARY" or "BINARY.PEEK" when HasBinary(session) => FetchItemKind.Binary,
            "BINARY.SIZE" when HasBinary(session) => FetchItemKind.BinarySize,
            _ => throw CommandRefusedException.Bad($"{name} cannot be fetched"),
        };
        BodySection section = ReadSection(ref arguments);
        if (kind != FetchItemKind.Section && (section.Kind != BodySectionText.Full || section.FieldNames.Count > 0))
            throw arguments.Wrong("part numbers only in the brackets of BINARY");
        FetchItemRequest item = new(kind, section, Peeks: name is not ("BODY" or "BINARY"));
        return kind == FetchItemKind.BinarySize ? item : ReadPartial(item, ref arguments);
    }

    private static BodySection ReadSection(ref ArgumentReader arguments)
    {
        if (!arguments.TryTake((byte)'['))
            throw arguments.Wrong("'['");
        return SectionSpecReader.Read(ref arguments);
    }

    private static FetchItemRequest ReadPartial(FetchItemRequest item, ref ArgumentReader arguments)
    {
        if (!arguments.TryTake((byte)'<'))
            return item;
        long offset = arguments.Number();
        if (!arguments.TryTake((byte)'.'))
            throw arguments.Wrong("'.'");
        long count = arguments.Number();
        if (count == 0 || !arguments.TryTake((byte)'>'))
            throw arguments.Wrong("a count above 0, and '>'");
        return item with { Offset = offset, Count = count };
    }

    // An item's name ends before its bracket.
    private static string ReadName(ref ArgumentReader arguments)
    {
        int length = arguments.Rest.IndexOfAny("[ ()<"u8);
        ReadOnlySpan<byte> name = length < 0 ? arguments.Rest : arguments.Rest[..length];
        if (!CharacterSets.IsAtom(name))
            throw arguments.Wrong("something to fetch, such as FLAGS");
        arguments.Skip(name.Length);
        return Encoding.ASCII.GetString(name).ToUpperInvariant();
    }

    private static bool HasBinary(ClientSession session) =>
        session.Server.Has("BINARY") || session.Server.Has("IMAP4rev2");
}
