using System.IO.Compression;

namespace ImapAsync.Benchmarks;

/// <summary>One client of the replay server: reads its commands, and plays the answers.</summary>
internal sealed class ReplaySession(Stream stream, RecordingShelf shelf, FlightCounter flights)
{
    private readonly ReplayInput _input = new(stream);
    private readonly ReplayOutput _output = new(stream);
    private readonly ReplayAnswers _answers = new(shelf);

    public void Run()
    {
        _output.Put($"* OK [CAPABILITY {ReplayAnswers.Capabilities}] ready\r\n");
        _output.Flush();
        while (_input.ReadLine() is { } line)
        {
            if (!ReadLiterals(ref line))
                return;
            ReplayCommand command = ReplayCommand.Parse(line);
            if (command.Name != "LOGOUT")
                flights.CommandRead();
            Answer(command);
            bool isOver = command.Name == "LOGOUT";
            if (isOver || !_input.HasLine)
                _output.Flush();
            // Some clients wait for the end of the connection.
            if (isOver)
                return;
        }
    }

    // Literals do not matter, only what surrounds them.
    private bool ReadLiterals(ref string line)
    {
        while (line.EndsWith('}') && line.LastIndexOf('{') is >= 0 and int brace)
        {
            string size = line[(brace + 1)..^1];
            if (!size.EndsWith('+'))
            {
                _output.Put("+ go ahead\r\n");
                _output.Flush();
            }

            if (!_input.Skip(long.Parse(size.TrimEnd('+'))) || _input.ReadLine() is not { } rest)
                return false;
            line = line[..brace] + rest;
        }

        return true;
    }

    private void Answer(ReplayCommand command)
    {
        if (command.Name == "IDLE")
        {
            _output.Put("+ idling\r\n");
            _output.Flush();
            _input.ReadLine();
        }

        _answers.Put(command, _output);
        _output.Put($"{command.Tag} OK {_answers.CodeOf(command)}{command.Name} completed\r\n");
        if (command.Name != "COMPRESS")
            return;
        _output.Flush();
        _output.IsCompressed = true;
        _input.Use(new DeflateStream(stream, CompressionMode.Decompress));
    }
}
