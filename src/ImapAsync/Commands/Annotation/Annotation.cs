namespace ImapAsync;

/// <summary>An attribute of an annotation.</summary>
/// <param name="Name">Its name, such as <c>value.priv</c>, <c>value.shared</c> or <c>size.shared</c>.</param>
/// <param name="Value">Its value; null if there is none, and to remove it.</param>
public sealed record AnnotationAttribute(string Name, MetadataValue? Value);

/// <summary>
/// An annotation of a mailbox, or of the server, as supported before METADATA (draft-daboo-imap-annotatemore).
/// </summary>
/// <param name="Mailbox">The mailbox; an empty name for the server.</param>
/// <param name="Entry">The entry, such as <c>/comment</c>.</param>
/// <param name="Attributes">Its attributes.</param>
public sealed record Annotation(MailboxName Mailbox, string Entry, IReadOnlyList<AnnotationAttribute> Attributes)
{
    /// <summary>The value of an attribute, by name, ignoring case; null if it has none.</summary>
    public MetadataValue? this[string attribute]
    {
        get
        {
            foreach (AnnotationAttribute candidate in Attributes)
            {
                if (candidate.Name.Equals(attribute, StringComparison.OrdinalIgnoreCase))
                    return candidate.Value;
            }

            return null;
        }
    }
}
