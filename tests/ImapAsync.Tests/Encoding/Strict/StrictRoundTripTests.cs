using System.Buffers;
using ImapAsync.Extensibility;

namespace ImapAsync.Tests;

/// <summary>What a command writes, a strict reader reads as the same command, whatever its arguments: no text ends a line, begins another command or changes its meaning.</summary>
public sealed class StrictRoundTripTests
{
    private const int Runs = 400;

    public static TheoryData<string> Names => [.. CommandCases.All.Keys.Select(static type => type.Name)];

    [Fact]
    public void Each_command_record_has_its_case()
    {
        IEnumerable<Type> commands = typeof(ImapCommand).Assembly.GetExportedTypes().Where(static type => !type.IsAbstract && type.IsAssignableTo(typeof(ImapCommand)));
        Assert.Empty(commands.Except(CommandCases.All.Keys));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Is_read_as_intended(string name)
    {
        Func<CommandSource, (ImapCommand Command, Wanted[] Tokens)> make = CommandCases.All.Single(pair => pair.Key.Name == name).Value;
        for (int run = 0; run < Runs; run++)
        {
            EncodingOptions options = new((LiteralMode)(run % 3), Utf8: run % 2 == 0, run % 5 == 0 ? 10 : long.MaxValue, run % 7 == 0 ? null : Encoded.AllExtensions);
            (ImapCommand command, Wanted[] tokens) = make(new CommandSource(new Random(run), options.Utf8));
            byte[] written = Write(command, options);
            IReadOnlyList<StrictNode> read = Read(written, options.Utf8);
            Assert.True(Wanted.AllFit(tokens, read), $"{name}, run {run}:\n{Canon.Octets(written)}\nis read as\n{string.Join(' ', read)}\nand must be\n{string.Join<Wanted>(' ', tokens)}");
        }
    }

    // No string of IMAP holds NUL, and half a surrogate pair is not text: nothing is written.
    [Fact]
    public void What_no_string_can_hold_is_refused()
    {
        foreach (string text in (string[])["a\0b", "\uD800", "a\uDC00b"])
        {
            Func<ImapCommand>[] commands =
            [
                () => new LoginCommand("u", text), () => new GetQuotaCommand(text), () => new SearchCommand(SearchQuery.Subject(text)), () => new LanguageCommand(text),
                () => new RawCommand("X", RawArgument.String(text)), () => new SetAclCommand("a", text, "l"), () => new GetAnnotationCommand("a", [text], ["x"]), () => new DeleteCommand(text),
            ];
            Assert.All(commands, make => Assert.ThrowsAny<ArgumentException>(() => Write(make(), new EncodingOptions(LiteralMode.Plus, Utf8: true, long.MaxValue))));
        }
    }

    private static IReadOnlyList<StrictNode> Read(byte[] written, bool utf8)
    {
        try
        {
            return StrictReader.Read(written, "A1", utf8);
        }
        catch (Exception exception) when (exception is InvalidDataException or IndexOutOfRangeException or ArgumentException)
        {
            throw new InvalidDataException($"{exception.Message}: {Canon.Octets(written)}", exception);
        }
    }

    private static byte[] Write(ImapCommand command, EncodingOptions options)
    {
        EncodeBuffer buffer = new();
        CommandEncoder encoder = new(buffer, options);
        encoder.Begin("A1"u8, command.Name, command.DefinedBy);
        command.WriteArguments(encoder);
        encoder.EndLine();

        // Literals that wait, or are not copied, are inserted where they belong.
        ArrayBufferWriter<byte> whole = new();
        int at = 0;
        foreach (OutboundLiteral literal in buffer.Literals)
        {
            whole.Write(buffer.Written[at..literal.Offset]);
            Assert.True(literal.Source.TryGetMemory(out ReadOnlySequence<byte> octets));
            whole.Write(octets.ToArray());
            at = literal.Offset;
        }

        whole.Write(buffer.Written[at..]);
        return whole.WrittenSpan.ToArray();
    }
}
