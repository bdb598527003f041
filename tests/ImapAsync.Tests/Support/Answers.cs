using System.Text;
using ImapAsync.Extensibility;

namespace ImapAsync.Tests;

/// <summary>Feeds a command's collector as a connection does, without one.</summary>
internal static class Answers
{
    /// <summary>The value after those responses, each without <c>* </c> and line end, and a tagged OK that may have a code: <c>[MODIFIED 7]</c>.</summary>
    public static T Collect<T>(this ImapCommand<T> command, params string[] responses) => command.Collect(tagged: "", out _, responses);

    /// <summary>The value, and the responses that the command did not take.</summary>
    public static T Collect<T>(this ImapCommand<T> command, string tagged, out List<string> passedOn, params string[] responses)
    {
        ResponseCollector<T> collector = command.CreateCollector();
        if (collector.NeedsTag)
            collector.Tag = "A1";

        passedOn = [];
        foreach (string response in responses)
        {
            if (!collector.TryCollect(Untagged(response)))
                passedOn.Add(response);
        }

        return collector.Complete(ResponseCodeParser.TryParse(Encoding.UTF8.GetBytes(tagged), out _));
    }

    /// <summary>The value after a response that cannot be read completely: the response is malformed, and what surrounds the damage is kept.</summary>
    public static T CollectDamaged<T>(this ImapCommand<T> command, string response)
    {
        ResponseCollector<T> collector = command.CreateCollector();
        if (collector.NeedsTag)
            collector.Tag = "A1";
        Assert.Throws<ImapProtocolException>(() => collector.TryCollect(Untagged(response)));
        return collector.Complete(code: null);
    }

    public static UntaggedResponse Untagged(string response)
    {
        byte[] raw = Encoding.UTF8.GetBytes(response);
        return StatusResponse.TryParse(raw, out StatusResponse status)
            ? new UntaggedResponse(raw, ImapLimits.Default, utf8: false, status.Code)
            : new UntaggedResponse(raw, ImapLimits.Default);
    }
}
