namespace Quickstart;

/// <summary>The result of a download.</summary>
internal sealed record DownloadResult(string Folder, int Messages, long Octets, TimeSpan Elapsed)
{
    /// <summary>For display.</summary>
    public override string ToString()
    {
        string rate = Elapsed > TimeSpan.Zero ? $", {Printable.Octets(Octets / Elapsed.TotalSeconds)}/s" : "";
        return FormattableString.Invariant(
            $"{Messages} messages, {Printable.Octets(Octets)} in {Elapsed.TotalSeconds:0.00} s{rate}");
    }
}
