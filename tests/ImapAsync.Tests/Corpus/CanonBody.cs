namespace ImapAsync.Tests;

/// <summary>Body structures as text, see <see cref="Canon"/>.</summary>
internal static class CanonBody
{
    public static string Part(BodyPart part)
    {
        if (part.IsEmpty)
            return "()";
        return Canon.Join(
            part.IsMultipart ? "(" + string.Join(", ", part.Children.Select(Part)) + ")" : null,
            $"{part.ContentType.Type}/{part.ContentType.Subtype}{Parameters(part.ContentType.Parameters)}",
            part.IsMultipart ? null : $"{part.TransferEncoding} {part.Size}",
            Canon.Part("lines", part.Lines),
            Canon.Part("section", part.Parent is null || part.IsMultipart ? null : part.Section),
            Canon.Part("id", part.Id),
            part.Description is null ? null : Canon.Part("description", Canon.Text(part.Description)),
            Canon.Part("md5", part.Md5),
            part.Disposition is { } disposition ? $"{disposition.Type}{Parameters(disposition.Parameters)}" : null,
            part.Languages.Count == 0 ? null : Canon.Part("languages", string.Join(',', part.Languages)),
            Canon.Part("location", part.Location),
            part.ExtensionData.IsEmpty ? null : Canon.Part("more", Canon.Octets(part.ExtensionData.Span)),
            part.Envelope is null ? null : $"<{CanonMessage.Envelope(part.Envelope)}>",
            part.Body is null ? null : $"<{Part(part.Body)}>");
    }

    private static string Parameters(MimeParameters parameters) =>
        parameters.Count == 0 ? "" : "{" + string.Join(", ", parameters.Select(static pair => $"{pair.Key}={Canon.Text(pair.Value)}")) + "}";
}
