using ImapAsync.Extensibility;

namespace ImapAsync.Tests;

/// <summary>The octets that a command puts on the wire.</summary>
internal static class Encoded
{
    /// <summary>What commands and their options are defined by, so that not a literal need wait for want of knowledge.</summary>
    public static ImapCapabilities AllExtensions { get; } =
    [
        "ACL", "ANNOTATEMORE", "BINARY", "CATENATE", "CONDSTORE", "ENABLE", "ESEARCH", "ESORT", "FILTERS", "I18NLEVEL=2", "ID", "IMAP4", "LANGUAGE", "LIST-EXTENDED", "LIST-METADATA", "MAILBOX-REFERRALS",
        "METADATA", "METADATA-SERVER", "MOVE", "MULTIAPPEND", "OBJECTID", "PARTIAL", "QUOTA", "REPLACE", "SAVEDATE", "SEARCH=FUZZY", "SEARCHRES", "SORT", "SORT=DISPLAY", "THREAD=ORDEREDSUBJECT",
        "THREAD=REFERENCES", "THREAD=REFS", "UIDPLUS", "UTF8=ACCEPT", "WITHIN", "X-GM-EXT-1",
    ];

    /// <summary>Everything after the tag, without the line end; literals appear where they are sent, after <c>{n+}</c> CR LF.</summary>
    public static string Of(ImapCommand command, bool utf8 = false) => Of(command, new EncodingOptions(LiteralMode.Plus, utf8, long.MaxValue, AllExtensions, Utf8Messages: true), out _);

    /// <summary>What comes before and between the literals that wait for the server's continuation.</summary>
    internal static string Of(ImapCommand command, EncodingOptions options, out IReadOnlyList<OutboundLiteral> literals)
    {
        EncodeBuffer buffer = new();
        CommandEncoder encoder = new(buffer, options);
        encoder.Begin("A1"u8, command.Name, command.DefinedBy);
        command.WriteArguments(encoder);
        literals = buffer.Literals.ToArray();
        return System.Text.Encoding.UTF8.GetString(buffer.Written)["A1 ".Length..];
    }
}
