namespace ImapAsync;

/// <summary>Reads the parameters of a content type and of a disposition on access.</summary>
internal interface IMimeParameterSource
{
    /// <summary>The parameters of the content type.</summary>
    MimeParameters Parameters { get; }

    /// <summary>The parameters of the disposition.</summary>
    MimeParameters DispositionParameters { get; }
}
