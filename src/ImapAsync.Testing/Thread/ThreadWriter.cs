using System.Buffers;

namespace ImapAsync.Testing;

/// <summary>
/// Writes threads (RFC 5256 §5). Does not recurse.
/// <code>
/// thread-list    = "(" (thread-members / thread-nested) ")"
/// thread-members = nz-number *(SP nz-number) [SP thread-nested]
/// thread-nested  = 2*thread-list
/// </code>
/// </summary>
internal static class ThreadWriter
{
    /// <summary>Writes one list per thread, with nothing between them.</summary>
    public static void Write(IBufferWriter<byte> output, IReadOnlyList<ThreadedMessage> threads, bool uids)
    {
        // Null is the end of a list.
        Stack<ThreadedMessage?> pending = new(threads.Reverse());
        while (pending.TryPop(out ThreadedMessage? thread))
        {
            if (thread is null)
            {
                output.Write(")"u8);
                continue;
            }

            output.Write("("u8);
            ThreadedMessage last = WriteMembers(output, thread, uids);
            pending.Push(null);
            for (int i = last.Children.Count - 1; i >= 0; i--)
                pending.Push(last.Children[i]);
        }
    }

    // A single reply is written in the list of its parent.
    private static ThreadedMessage WriteMembers(IBufferWriter<byte> output, ThreadedMessage thread, bool uids)
    {
        while (true)
        {
            if (thread.Message is { } message)
                output.WriteNumber(uids ? message.Uid.Value : message.SequenceNumber);
            if (thread.Message is not null && thread.Children.Count > 0)
                output.Write(" "u8);
            if (thread.Children.Count != 1)
                return thread;
            thread = thread.Children[0];
        }
    }
}
