using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace ImapAsync;

/// <summary>Makes the options reload when the configuration has changed.</summary>
internal sealed class SectionChanges(string name, IConfiguration section) : IOptionsChangeTokenSource<ImapClientOptions>
{
    public string Name => name;

    public IChangeToken GetChangeToken() => section.GetReloadToken();
}
