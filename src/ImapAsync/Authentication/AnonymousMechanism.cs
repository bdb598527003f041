using System.Text;
using ImapAsync.Extensibility;

namespace ImapAsync;

/// <summary>ANONYMOUS (RFC 4505): carries only a trace for the server's log.</summary>
internal sealed class AnonymousMechanism(string trace) : SaslMechanism("ANONYMOUS")
{
    private readonly string _trace = Check(trace);

    public override bool SendsSecretInClear => false;

    protected internal override ValueTask<SaslExchange> StartAsync(
        SaslContext context, CancellationToken cancellationToken)
        => new(new SingleMessageExchange(Name, Encoding.UTF8.GetBytes(_trace)));

    // RFC 4505 §2 and §3: an e-mail address, or a token of at most 255 characters.
    private static string Check(string trace)
    {
        ArgumentNullException.ThrowIfNull(trace);
        _ = SaslText.Optional(trace, nameof(trace));
        int characters = 0;
        foreach (Rune rune in trace.EnumerateRunes())
        {
            characters++;
            if (StringPrep.IsNeverText(rune))
            {
                throw new ArgumentException(
                    $"The trace has U+{rune.Value:X4}, which is not text (RFC 4505 §3).", nameof(trace));
            }
        }

        if (characters > 255 && !trace.Contains('@', StringComparison.Ordinal))
        {
            throw new ArgumentException(
                $"The trace has {characters} characters; at most 255 are allowed (RFC 4505 §2).", nameof(trace));
        }

        if (!StringPrep.IsBidirectionallySound(trace))
        {
            throw new ArgumentException(
                "The trace mixes right-to-left and left-to-right characters (RFC 3454 §6).", nameof(trace));
        }

        return trace;
    }
}
