using System.IO.Pipelines;
using System.Text;
using ImapAsync.Extensibility;

namespace ImapAsync.Tests;

/// <summary>What the read loop passes to a consumer while it still holds the octets that it read.</summary>
public sealed class HandOverTests
{
    private static readonly UidFetchCommand Bodies = new(UidSet.All, [FetchItem.Uid, FetchItem.Body()]);
    private readonly FlowControl _flow = new(ImapLimits.Default, TimeProvider.System, TimeSpan.FromMinutes(1));
    private readonly Pipe _input = new();

    [Fact]
    public async Task A_message_is_available_only_once_it_is_published()
    {
        StreamOperation<FetchedMessage> operation = new(Bodies, _flow);
        ValueTask<bool> moving = operation.MoveNextAsync();
        InboundLiteral literal = new(5, _input.Reader, _flow, isOpen: false);
        Assert.True(operation.TryBeginLiteral(new UntaggedResponse("1 FETCH (UID 7 BODY[] {5}\r\n"u8, ImapLimits.Default), literal));
        Assert.False(moving.IsCompleted);

        operation.Publish();
        Assert.True(await moving.InTime());
        Assert.Equal(7u, operation.Current.Uid.Value);
    }

    [Fact]
    public async Task A_literal_is_read_only_once_the_input_stands_on_it()
    {
        InboundLiteral literal = new(5, _input.Reader, _flow, isOpen: false);
        await _input.Writer.WriteAsync("hello"u8.ToArray(), TestContext.Current.CancellationToken);
        ValueTask<System.Buffers.ReadOnlySequence<byte>> reading = literal.ReadAsync(TestContext.Current.CancellationToken);
        Assert.False(reading.IsCompleted);

        literal.Open();
        Assert.Equal(5, (await reading.InTime()).Length);
    }

    [Fact]
    public async Task A_literal_that_is_waited_for_fails_with_its_connection()
    {
        InboundLiteral literal = new(5, _input.Reader, _flow, isOpen: false);
        ValueTask<System.Buffers.ReadOnlySequence<byte>> reading = literal.ReadAsync(TestContext.Current.CancellationToken);
        literal.Fail(new ImapConnectionException("gone"));
        await reading.AsTask().FailsAsync<ImapConnectionException>();
    }

    [Fact]
    public async Task What_is_published_to_a_consumer_that_has_gone_is_discarded()
    {
        StreamOperation<FetchedMessage> operation = new(Bodies, _flow);
        InboundLiteral literal = new(5, _input.Reader, _flow, isOpen: false);
        Assert.True(operation.TryBeginLiteral(new UntaggedResponse("1 FETCH (UID 7 BODY[] {5}\r\n"u8, ImapLimits.Default), literal));
        operation.Abandon();
        operation.Publish();
        Assert.Equal(LiteralDuty.Discard, literal.NextDuty(othersWait: false));
        await _input.Reader.CompleteAsync();
    }

    [Fact]
    public async Task Three_hundred_bodies_of_as_many_commands_arrive_whole()
    {
        await using ScriptedServer server = await ScriptedServer.StartAsync();
        Task<SelectedMailbox> selecting = server.Connection.SelectAsync("INBOX");
        await server.AnswerAsync("A1 SELECT INBOX\r\n", "* 300 EXISTS\r\n{tag} OK [READ-WRITE] selected\r\n");
        SelectedMailbox inbox = await selecting.InTime();

        Task<int>[] fetches = [.. Enumerable.Range(1, 300).Select(number => FetchAsync(inbox, new Uid((uint)number)))];
        // Before that, answers would have tags that are not registered yet.
        await server.ExpectAsync(string.Concat(Enumerable.Range(1, 300).Select(number => $"A{number + 1} UID FETCH {number} (UID BODY.PEEK[])\r\n")));
        StringBuilder answers = new();
        for (int number = 1; number <= 300; number++)
            answers.Append($"* {number} FETCH (UID {number} BODY[] {{{1000 + number}}}\r\n{new string('x', 1000 + number)})\r\nA{number + 1} OK fetched\r\n");
        Task sending = server.SendAsync(answers.ToString());
        int[] sizes = await Task.WhenAll(fetches).InTime();
        await sending;
        Assert.Equal(Enumerable.Range(1001, 300), sizes);
    }

    private static async Task<int> FetchAsync(SelectedMailbox inbox, Uid uid)
    {
        int octets = 0;
        await foreach (FetchedMessage message in inbox.StreamAsync(Bodies with { Messages = UidSet.Of(uid) }))
            octets += (await message.Section(BodySection.Full)!.ReadAllAsync()).Length;
        return octets;
    }
}
