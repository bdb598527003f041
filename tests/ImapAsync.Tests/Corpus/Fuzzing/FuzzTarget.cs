using ImapAsync.Extensibility;

namespace ImapAsync.Tests;

/// <summary>A command's collector, fed as a connection feeds it, with its complete value read.</summary>
internal abstract class FuzzTarget
{
    /// <summary>Feeds an untagged response.</summary>
    /// <param name="response">The response.</param>
    /// <param name="look">Whether to read all of the value: much of it is decoded only then.</param>
    /// <returns>Whether it was found malformed.</returns>
    public abstract bool Feed(in UntaggedResponse response, bool look);

    /// <summary>Feeds the code of a tagged OK.</summary>
    public abstract void FeedTagged(ResponseCode? code);

    public static FuzzTarget Of<T>(ImapCommand<T> command, Func<T, string> write) => new Target<T>(command, write);

    private sealed class Target<T>(ImapCommand<T> command, Func<T, string> write) : FuzzTarget
    {
        public override bool Feed(in UntaggedResponse response, bool look)
        {
            ResponseCollector<T> collector = Create();
            bool malformed = false;
            try
            {
                _ = collector.TryCollect(response);
            }
            catch (ImapProtocolException)
            {
                malformed = true;
            }

            // What was read of a damaged response is still a value.
            T value = collector.Complete(code: null);
            if (look)
                _ = write(value);
            return malformed;
        }

        public override void FeedTagged(ResponseCode? code)
        {
            ResponseCollector<T> collector = Create();
            _ = code is null ? null : collector.ExpectedIn(code);
            _ = write(collector.Complete(code));
        }

        private ResponseCollector<T> Create()
        {
            ResponseCollector<T> collector = command.CreateCollector();
            if (collector.NeedsTag)
                collector.Tag = "A1";
            return collector;
        }
    }
}
