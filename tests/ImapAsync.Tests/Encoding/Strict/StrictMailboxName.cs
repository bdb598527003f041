using System.Text;

namespace ImapAsync.Tests;

/// <summary>Modified UTF-7 strictly as in RFC 3501 §5.1.3, written for the tests.</summary>
internal static class StrictMailboxName
{
    public static byte[] Encode(string name)
    {
        StringBuilder encoded = new();
        StringBuilder shifted = new();
        foreach (char c in name)
        {
            if (c is < ' ' or > '~')
            {
                shifted.Append(c);
                continue;
            }

            Flush(shifted, encoded);
            encoded.Append(c == '&' ? "&-" : c);
        }

        Flush(shifted, encoded);
        return Encoding.ASCII.GetBytes(encoded.ToString());
    }

    private static void Flush(StringBuilder shifted, StringBuilder encoded)
    {
        if (shifted.Length == 0)
            return;
        string base64 = Convert.ToBase64String(Encoding.BigEndianUnicode.GetBytes(shifted.ToString())).TrimEnd('=').Replace('/', ',');
        encoded.Append('&').Append(base64).Append('-');
        shifted.Clear();
    }
}
