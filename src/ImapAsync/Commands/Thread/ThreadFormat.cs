using System.Text;

namespace ImapAsync;

/// <summary>Formats threads according to RFC 5256 §5. Does not recurse.</summary>
internal static class ThreadFormat
{
    /// <summary>Formats the nodes that begin in a part of the array, and their descendants.</summary>
    public static string ToText(ThreadEntry[] entries, int start, int end)
    {
        StringBuilder text = new();
        Stack<int> lists = new();
        for (int i = start; i < end; i++)
        {
            while (lists.TryPeek(out int listEnd) && listEnd == i)
            {
                text.Append(')');
                lists.Pop();
            }

            ThreadEntry entry = entries[i];
            ThreadEntry parent = i > start && entries[i - 1].End > i ? entries[i - 1] : default;
            if (parent.Number != 0)
                text.Append(' ');

            // An only child is written in its parent's list.
            if (parent.Number == 0 || parent.End != entry.End)
            {
                text.Append('(');
                lists.Push(entry.End);
            }

            if (entry.Number != 0)
                text.Append(entry.Number);
        }

        return text.Append(')', lists.Count).ToString();
    }
}
