using ImapAsync.Extensibility;

namespace ImapAsync.Tests;

/// <summary>The octets that a command puts on the wire.</summary>
internal static class Encoded
{
    /// <summary>Everything behind the tag, without the line end; literals stand where they are sent, after <c>{n+}</c> CR LF.</summary>
    public static string Of(ImapCommand command, bool utf8 = false) => Of(command, new EncodingOptions(LiteralMode.Plus, utf8, long.MaxValue), out _);

    /// <summary>What stands before and between the literals that wait for the server's continuation.</summary>
    internal static string Of(ImapCommand command, EncodingOptions options, out IReadOnlyList<OutboundLiteral> literals)
    {
        EncodeBuffer buffer = new();
        List<OutboundLiteral> outbound = [];
        CommandEncoder encoder = new(buffer, outbound, options);
        encoder.Begin("A1"u8, command.Name);
        command.WriteArguments(encoder);
        literals = outbound;
        return System.Text.Encoding.UTF8.GetString(buffer.Written)["A1 ".Length..];
    }
}
