namespace ImapAsync;

/// <summary>The values of a part created by the caller.</summary>
internal sealed class BodyPartFields
{
    public ContentType ContentType { get; set; } = new("text", "plain");

    public ContentDisposition? Disposition { get; set; }

    public BodyPart[] Children { get; set; } = [];

    public Envelope? Envelope { get; set; }

    public BodyPart? Body { get; set; }

    public string? Id { get; set; }

    public string? Description { get; set; }

    public ContentTransferEncoding TransferEncoding { get; set; }

    public long Size { get; set; }

    public long? Lines { get; set; }

    public string? Md5 { get; set; }

    public IReadOnlyList<string> Languages { get; set; } = [];

    public string? Location { get; set; }

    public BodyShape Shape =>
        Children.Length > 0 || ContentType.Type == "multipart" ? BodyShape.Multipart : BodyShape.Basic;
}
