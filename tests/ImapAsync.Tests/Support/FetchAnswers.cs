using System.Text;
using ImapAsync.Extensibility;

namespace ImapAsync.Tests;

/// <summary>Reads FETCH responses as a connection does, without one.</summary>
internal static class FetchAnswers
{
    /// <summary>Reads one response, written without <c>* </c> and line end; each character is one octet.</summary>
    public static FetchedMessage Read(string response) => Read(Encoding.Latin1.GetBytes(response));

    public static FetchedMessage Read(ReadOnlySpan<byte> response)
    {
        UntaggedResponse untagged = new(response, ImapLimits.Default);
        return new FetchedMessage(FetchResponseParser.Read(untagged));
    }

    /// <summary>The message that a command creates from a response; null when it passes the response on.</summary>
    public static FetchedMessage? ReadAs(this ImapStreamCommand<FetchedMessage> command, string response) =>
        ReadWith(command.CreateItemCollector(), response);

    public static FetchedMessage? ReadWith(this ItemCollector<FetchedMessage> collector, string response) =>
        collector.TryRead(new UntaggedResponse(Encoding.Latin1.GetBytes(response), ImapLimits.Default), out FetchedMessage message) ? message : null;

    /// <summary>What the command writes, without its tag and line end.</summary>
    public static string Written(this ImapCommand command)
    {
        EncodeBuffer buffer = new();
        CommandEncoder encoder = new(buffer, new EncodingOptions(LiteralMode.Plus, Utf8: false, long.MaxValue, Encoded.AllExtensions));
        encoder.Begin("A1"u8, command.Name, command.DefinedBy);
        command.WriteArguments(encoder);
        return Encoding.ASCII.GetString(buffer.Written)["A1 ".Length..];
    }
}
