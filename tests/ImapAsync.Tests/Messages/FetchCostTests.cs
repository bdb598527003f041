using ImapAsync.Extensibility;

namespace ImapAsync.Tests;

/// <summary>What a message costs in memory: a large mailbox has many of them.</summary>
public sealed class FetchCostTests
{
    private const int Rounds = 1000;

    // The object itself: six fields that are read at once, and where the octets are.
    private const int MessageObject = 72;

    private const string Summary =
        "12 FETCH (UID 512 FLAGS (\\Seen) INTERNALDATE \"17-Jul-1996 02:44:25 -0700\" RFC822.SIZE 4286 ENVELOPE (\"Wed, 17 Jul 1996 02:23:25 -0700\" \"=?utf-8?Q?caf=C3=A9?=\" "
        + "((\"Anna Abara\" NIL \"anna\" \"example.org\")) NIL NIL ((NIL NIL \"liam\" \"example.com\")) NIL NIL NIL \"<B27397@example.org>\") "
        + "BODYSTRUCTURE ((\"text\" \"plain\" (\"charset\" \"utf-8\") NIL NIL \"7bit\" 3028 92 NIL NIL NIL NIL)"
        + "(\"application\" \"pdf\" (\"name\" \"report.pdf\") NIL NIL \"base64\" 4554 NIL (\"attachment\" (\"filename\" \"report.pdf\")) NIL NIL) \"mixed\" (\"boundary\" \"x\") NIL NIL NIL))";

    [Fact]
    public void A_message_with_flags_costs_only_its_object() =>
        Assert.InRange(CostOf("12 FETCH (UID 512 FLAGS (\\Seen \\Answered))", static message => message.Uid.Value + message.Flags.Count), 1, MessageObject);

    [Fact]
    public void A_message_with_envelope_and_structure_costs_one_copy_of_its_octets() =>
        Assert.InRange(CostOf(Summary, static message => message.Uid.Value + message.Size + message.InternalDate!.Value.Month), 1, MessageObject + Summary.Length);

    [Fact]
    public void Subject_first_author_and_leaf_count_cost_what_they_consist_of() =>
        Assert.InRange(
            CostOf(Summary, static message => message.Envelope.Subject.Length + message.Envelope.From[0].Address.Length + message.BodyStructure.LeafCount),
            1,
            MessageObject + Summary.Length + 450);

    private static long CostOf(string response, Func<FetchedMessage, long> read)
    {
        byte[] octets = System.Text.Encoding.ASCII.GetBytes(response);
        ReadAll(octets, read);
        long before = GC.GetAllocatedBytesForCurrentThread();
        ReadAll(octets, read);
        return (GC.GetAllocatedBytesForCurrentThread() - before) / Rounds;
    }

    private static void ReadAll(byte[] octets, Func<FetchedMessage, long> read)
    {
        for (int i = 0; i < Rounds; i++)
        {
            FetchedMessage message = new(FetchResponseParser.Read(new UntaggedResponse(octets, ImapLimits.Default)));
            if (read(message) <= 0)
                throw new InvalidOperationException("nothing was read");
        }
    }
}
