using System.Text;
using ImapAsync.Extensibility;

namespace ImapAsync.Tests;

/// <summary>A list of a hundred thousand messages is kept in memory: the cost of each is counted in octets.</summary>
public sealed class FetchAllocationTests
{
    private const int Messages = 200;

    private readonly FetchedMessage[] _kept = new FetchedMessage[Messages];

    [Fact]
    public void A_message_with_flags_alone_is_one_small_object() =>
        Assert.InRange(PerMessage(Encoding.ASCII.GetBytes(@"12 FETCH (UID 4711 FLAGS (\Seen $Forwarded))"), static message => message.Flags.Count), 1, 72);

    [Fact]
    public void Mod_sequence_size_and_date_cost_nothing_extra() =>
        Assert.InRange(
            PerMessage(
                Encoding.ASCII.GetBytes("""12 FETCH (FLAGS (\Seen) UID 4711 MODSEQ (917162500) RFC822.SIZE 9 INTERNALDATE "17-Jul-2025 02:44:25 -0700")"""),
                static message => message.InternalDate!.Value.Ticks),
            1,
            72);

    [Fact]
    public void An_overview_that_is_not_decoded_is_its_octets_and_one_object() =>
        Assert.InRange(PerMessage(SampleResponses.Overview(12), ReadSmall), 1, 1150);

    [Fact]
    public void An_overview_of_which_a_list_is_shown() =>
        Assert.InRange(PerMessage(SampleResponses.Overview(12), ReadList), 1, 1700);

    [Fact]
    public void An_overview_that_is_read_to_the_end() =>
        Assert.InRange(PerMessage(SampleResponses.Overview(12), ReadAll), 1, 3000);

    // Nothing here may allocate by itself, so there are no assertions.
    private static long ReadSmall(FetchedMessage message) => message.Uid.Value + message.Flags.Count + message.InternalDate!.Value.Ticks + message.Size;

    private static long ReadList(FetchedMessage message)
    {
        EmailAddress from = message.Envelope.From[0];
        return ReadSmall(message) + message.Envelope.Subject.Length + from.DisplayName!.Length + from.Address.Length + message.BodyStructure.LeafCount;
    }

    private static long ReadAll(FetchedMessage message)
    {
        Envelope envelope = message.Envelope;
        long read = ReadList(message) + envelope.Date!.Value.Ticks + envelope.InReplyTo!.Length + envelope.MessageId!.Length;
        foreach (IReadOnlyList<EmailAddress> list in (ReadOnlySpan<IReadOnlyList<EmailAddress>>)[envelope.Sender, envelope.ReplyTo, envelope.To, envelope.Cc, envelope.Bcc])
            read += list.Count;
        return read + ReadPart(message.BodyStructure);
    }

    private static long ReadPart(BodyPart part)
    {
        ContentType type = part.ContentType;
        long read = type.Type.Length + type.Subtype.Length + type.Parameters.Count + part.Size + (part.Lines ?? 0) + (int)part.TransferEncoding;
        read += (part.Id ?? part.Description ?? part.Md5 ?? part.Location ?? "").Length + part.Languages.Count;
        read += (part.Disposition?.Type.Length ?? 0) + (part.FileName?.Length ?? 0);
        for (int i = 0; i < part.Children.Count; i++)
            read += ReadPart(part.Children[i]);
        return read;
    }

    private long PerMessage(byte[] response, Func<FetchedMessage, long> read) => Allocated.By(() => Fill(response, read)) / Messages;

    private void Fill(byte[] response, Func<FetchedMessage, long> read)
    {
        for (int i = 0; i < Messages; i++)
        {
            _kept[i] = new FetchedMessage(FetchResponseParser.Read(new UntaggedResponse(response, ImapLimits.Default)));
            read(_kept[i]);
        }
    }
}
