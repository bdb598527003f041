namespace ImapAsync;

/// <summary>The answer to an untyped command.</summary>
/// <param name="Responses">
/// Every untagged response that arrived while the command ran, including status responses;
/// <see cref="UntypedResponse.ReadValues"/> parses one.
/// </param>
public sealed record UntypedResult(IReadOnlyList<UntypedResponse> Responses)
{
    /// <summary>The responses with a name, such as <c>FETCH</c>, ignoring case.</summary>
    public IEnumerable<UntypedResponse> Named(string name) =>
        Responses.Where(response => response.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}
