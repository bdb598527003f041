namespace ImapAsync;

/// <summary>Walks the parts of a message and classifies them as a mail program would.</summary>
internal static class BodyPartTree
{
    public static IEnumerable<BodyPart> Walk(BodyPart root, bool intoMessages)
    {
        Stack<BodyPart> pending = new([root]);
        while (pending.TryPop(out BodyPart? part))
        {
            yield return part;
            if (intoMessages && part.Body is { } body)
                pending.Push(body);
            for (int i = part.Children.Count - 1; i >= 0; i--)
                pending.Push(part.Children[i]);
        }
    }

    public static bool IsAttachment(BodyPart part)
    {
        if (part.IsMultipart || part.IsEmpty)
            return false;
        if (part.Disposition is { IsAttachment: true })
            return true;
        // Parts referenced by a multipart/related, such as the pictures of an HTML text, are shown with it.
        if (part.Parent is { IsMultipart: true } parent && parent.ContentType.Subtype == "related")
            return false;
        if (part.FileName is not null)
            return true;
        return part.Disposition is null && part.ContentType.Type != "text";
    }

    public static BodyPart? FirstText(BodyPart root, string subtype)
    {
        foreach (BodyPart leaf in root.Leaves)
        {
            if (leaf.ContentType.Type == "text" && leaf.ContentType.Subtype == subtype && !leaf.IsAttachment)
                return leaf;
        }

        return null;
    }
}
