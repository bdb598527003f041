using System.Text;
using BenchmarkDotNet.Attributes;
using ImapAsync.Extensibility;

namespace ImapAsync.Benchmarks;

/// <summary>One response of each family, from its octets to its value.</summary>
[MemoryDiagnoser]
public class ParserBenchmarks
{
    private static readonly FetchItems Items = [FetchItem.Envelope, FetchItem.BodyStructure];
    private static readonly byte[] Summary = OctetsOf(RecordingFactory.Summaries(8).Answers(3, 3).Single().Span);
    private static readonly byte[] List = "LIST (\\HasNoChildren \\Sent) \"/\" \"Archive/2026\""u8.ToArray();
    private static readonly byte[] Status = "STATUS \"Archive/2026\" (MESSAGES 17 UIDNEXT 31 UIDVALIDITY 7 UNSEEN 3)"u8.ToArray();
    private static readonly byte[] Search = Encoding.ASCII.GetBytes("SEARCH " + string.Join(' ', Enumerable.Range(1, 1000)));
    private static readonly byte[] ExtendedSearch = "ESEARCH UID COUNT 4 ALL 2,10:11,15"u8.ToArray();
    private static readonly byte[] Thread = "THREAD (2)(3 6 (4 23)(44 7 96))"u8.ToArray();
    private static readonly byte[] Quota = "QUOTA \"\" (STORAGE 10 512 MESSAGE 3 100)"u8.ToArray();

    /// <summary>FETCH; only what is read eagerly.</summary>
    [Benchmark]
    public object Fetch() => ReadMessage();

    /// <summary>FETCH with the envelope read.</summary>
    [Benchmark]
    public object FetchEnvelope()
    {
        FetchedMessage message = ReadMessage();
        return (message.Envelope.Subject, message.Envelope.From, message.Envelope.To);
    }

    /// <summary>FETCH with the structure read.</summary>
    [Benchmark]
    public object FetchStructure() => ReadMessage().BodyStructure.Parts.Count();

    /// <summary>LIST.</summary>
    [Benchmark]
    public object Mailboxes() => Collect(new ListCommand("", "*"), List);

    /// <summary>STATUS.</summary>
    [Benchmark]
    public object MailboxStatus() => Collect(new StatusCommand("Archive/2026", StatusItems.Basic), Status);

    /// <summary>SEARCH with a thousand hits.</summary>
    [Benchmark]
    public object SearchHits() => Collect(new UidSearchCommand(SearchQuery.All), Search);

    /// <summary>ESEARCH.</summary>
    [Benchmark]
    public object SearchReturned() => Collect(new UidSearchCommand(SearchQuery.All, SearchReturnOptions.All | SearchReturnOptions.Count), ExtendedSearch);

    /// <summary>THREAD.</summary>
    [Benchmark]
    public object Threads() => Collect(new UidThreadCommand(ThreadAlgorithm.References, SearchQuery.All), Thread);

    /// <summary>QUOTA.</summary>
    [Benchmark]
    public object Quotas() => Collect(new GetQuotaCommand(""), Quota);

    /// <summary>An encoded subject.</summary>
    [Benchmark]
    public object HeaderText() => ImapAsync.HeaderText.Decode("=?UTF-8?B?0L7RgtGH0ZHRgiDQt9CwINC90LXQtNC10LvRjg==?="u8);

    private static FetchedMessage ReadMessage()
    {
        ItemCollector<FetchedMessage> collector = new UidFetchCommand(UidSet.All, Items).CreateItemCollector();
        return collector.TryRead(new UntaggedResponse(Summary, ImapLimits.Default), out FetchedMessage message) ? message : throw new InvalidOperationException("not taken");
    }

    private static T Collect<T>(ImapCommand<T> command, ReadOnlySpan<byte> response)
    {
        ResponseCollector<T> collector = command.CreateCollector();
        collector.TryCollect(new UntaggedResponse(response, ImapLimits.Default));
        return collector.Complete(code: null);
    }

    private static byte[] OctetsOf(ReadOnlySpan<byte> response) => response[2..^2].ToArray();
}
