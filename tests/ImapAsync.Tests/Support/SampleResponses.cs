using System.Text;

namespace ImapAsync.Tests;

/// <summary>FETCH responses of the size and form that everyday mail has. Written with ' for ".</summary>
internal static class SampleResponses
{
    private const string Everyday =
        @"NUMBER FETCH (UID 14711 FLAGS (\Seen $Forwarded) INTERNALDATE '17-Jul-2025 02:44:25 -0700' RFC822.SIZE 44827 "
        + "ENVELOPE ('Wed, 17 Jul 2025 02:23:25 -0700 (PDT)' '=?utf-8?Q?Re=3A_Angebot_f=C3=BCr_die_neue_Anlage_in_M=C3=BCnchen?=' "
        + "(('Terry Gray' NIL 'gray' 'cac.washington.edu')) (('Terry Gray' NIL 'gray' 'cac.washington.edu')) (('Terry Gray' NIL 'gray' 'cac.washington.edu')) "
        + "((NIL NIL 'imap' 'cac.washington.edu')('John Klensin' NIL 'KLENSIN' 'MIT.EDU')) ((NIL NIL 'minutes' 'CNRI.Reston.VA.US')) NIL "
        + "'<B27397-0100000@cac.washington.edu>' '<CAF+Xq8b1v6Vw7Zl0@mail.example.org>') "
        + "BODYSTRUCTURE ((('TEXT' 'PLAIN' ('CHARSET' 'utf-8' 'FORMAT' 'flowed') NIL NIL 'QUOTED-PRINTABLE' 1152 23 NIL NIL NIL NIL)"
        + "('TEXT' 'HTML' ('CHARSET' 'utf-8') NIL NIL 'BASE64' 4554 73 NIL NIL NIL NIL) 'ALTERNATIVE' ('BOUNDARY' 'b2_9f3c0d') NIL NIL NIL)"
        + "('APPLICATION' 'PDF' ('NAME' 'Angebot.pdf') NIL NIL 'BASE64' 38992 NIL ('ATTACHMENT' ('FILENAME' 'Angebot.pdf')) NIL NIL) 'MIXED' ('BOUNDARY' 'b1_9f3c0d') NIL NIL NIL))";

    /// <summary>Everything that a mail program requests to show a list: about 1,050 octets.</summary>
    public static byte[] Overview(uint number) =>
        Encoding.Latin1.GetBytes(Everyday.Replace('\'', '"').Replace("NUMBER", $"{number}", StringComparison.Ordinal));
}
