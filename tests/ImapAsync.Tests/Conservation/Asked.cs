namespace ImapAsync.Tests;

/// <summary>A command as the server has read it from the wire.</summary>
internal sealed class Asked(string tag, Question question, NumberText set, Items items)
{
    public string Tag { get; } = tag;

    public Question Question { get; } = question;

    public NumberText Set { get; } = set;

    public Items Items { get; } = items;

    /// <summary>What is still to be sent in answer.</summary>
    public List<Piece> Pieces { get; } = [];

    /// <summary>Whether the library itself asks for something: the sizes of the messages.</summary>
    public bool IsForSizes => Items != Question.Items && Items == (Items.Uid | Items.Size);

    /// <summary>Whether no message may be expunged while it runs.</summary>
    public bool ForbidsExpunge => !Question.ByUid;
}

/// <summary>A part of an answer: some items of a message, or numbers that were found.</summary>
internal sealed record Piece(ModelMessage? Message, Items Items, string Text = "")
{
    /// <summary>What it reports as found or gone.</summary>
    public uint[] Numbers { get; init; } = [];
}
