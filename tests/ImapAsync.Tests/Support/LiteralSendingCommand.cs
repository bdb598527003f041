using System.Text;
using ImapAsync.Extensibility;

namespace ImapAsync.Tests;

/// <summary>A command with a literal that is copied, one that is streamed and asks for consent, and one more after it.</summary>
internal sealed record LiteralSendingCommand() : ImapCommand<ImapNothing>("PUT")
{
    protected internal override string DefinedBy => EncodingOptions.Base;

    protected internal override void WriteArguments(CommandEncoder encoder) => encoder
        .Literal("hello"u8.ToArray())
        .Literal(ImapLiteral.From(new MemoryStream(Encoding.ASCII.GetBytes("stream"))))
        .Literal("x"u8.ToArray());

    protected internal override ResponseCollector<ImapNothing> CreateCollector() => NothingCollector.Instance;
}
