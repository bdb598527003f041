using System.Buffers;

namespace ImapAsync;

/// <summary>The name of a mechanism: <c>sasl-mech = 1*20mech-char</c> (RFC 4422 §3.1).</summary>
internal static class SaslName
{
    private static readonly SearchValues<char> MechChars =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_");

    public static string Validate(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        string upper = name.ToUpperInvariant();
        if (upper.Length > 20 || upper.AsSpan().ContainsAnyExcept(MechChars))
        {
            throw new ArgumentException(
                $"\"{name}\" is not the name of a SASL mechanism, which is 1 to 20 letters, digits, '-' and '_'.",
                nameof(name));
        }

        return upper;
    }
}
