namespace ImapAsync;

/// <summary>What a command without a type was answered.</summary>
/// <param name="Responses">
/// Every untagged response that arrived while the command ran, status responses included;
/// <see cref="UntypedResponse.ReadValues"/> takes one apart.
/// </param>
public sealed record UntypedResult(IReadOnlyList<UntypedResponse> Responses)
{
    /// <summary>The responses of a name, such as <c>FETCH</c>, in any case.</summary>
    public IEnumerable<UntypedResponse> Named(string name) =>
        Responses.Where(response => response.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}
