using ImapAsync.Extensibility;

namespace ImapAsync.Testing.Tests.Search;

public sealed class MutatedSearchTests
{
    private const string Keys =
        "CHARSET UTF-8 OR (FROM \"a\" NOT SEEN) (SUBJECT {3}\r\nabc SINCE 1-Feb-2026) 1:*,3 UID 5:7 MODSEQ \"/flags/\\\\seen\" all 5 LARGER 7 OLDER 60 KEYWORD $x HEADER X y $ TEXT z";

    private static readonly string[] Pieces = [" ", "(", ")", "\"", "{5}\r\n", "{99999999999}\r\n", "\r\n", "NOT ", "OR ", "*", ":", ",", "$", "NIL", "0", "-", "\\", "~{1}\r\nx", "CHARSET ", "UID ", "\u00FF", "\0"];

    [Fact]
    public void Is_understood_or_refused()
    {
        TestMessage message = TestMessage.Of(1, "Subject: x\n\nabc");
        int understood = 0;
        foreach (string keys in Mutations.Of(Keys, Pieces, 20_000))
        {
            try
            {
                ImapTokenReader reader = new(Octets.Of(keys));
                SearchProgram.Parse(ref reader).Matches(message, SearchCase.Context);
                understood++;
            }
            catch (CommandRefusedException refusal)
            {
                Assert.True(refusal.Status == ImapStatus.Bad || refusal.Code is not null, keys);
            }
        }

        Assert.InRange(understood, 100, 19_000);
    }
}
