using System.Text;
using ImapAsync.Extensibility;

namespace ImapAsync.Tests;

/// <summary>Whatever a server sends, reading a FETCH response never throws, never hangs, and loses nothing before the fault.</summary>
public sealed class FetchMutationTests
{
    private static readonly byte[][] Corpus =
    [
        SampleResponses.Overview(12),
        Encoding.Latin1.GetBytes(
            """3 FETCH (UID 9 ENVELOPE ("d" {6}""" + "\r\n(\")\"x)"
            + """ ((NIL NIL "g" NIL)("A" NIL "a" "x") NIL (NIL NIL NIL NIL)) NIL NIL NIL NIL NIL NIL) BODYSTRUCTURE ("MESSAGE" "RFC822" ("a*0*" "utf-8''%C3" "a*1*" "%BC") NIL "=?utf-8?b?w7w=?=" "7BIT" 3 (NIL "x" NIL NIL NIL NIL NIL NIL NIL NIL) (("TEXT" "PLAIN" NIL NIL NIL "7BIT" 31 1 NIL ("inline" NIL) ("en" NIL) NIL (1 (2))) "MIXED") 9) MODSEQ (5) PREVIEW "p\"q")"""),
        Encoding.Latin1.GetBytes("4 FETCH (BODY[HEADER.FIELDS (\"A]\" B)] {6}\r\nA: 1\r\n BODY[1]<0> ~{3}\r\n\0)( BINARY.SIZE[2] 77 X-A (\"x\" {2}\r\n)) z) EMAILID (e) SAVEDATE \"22-Nov-2026 08:50:17 +0000\")"),
    ];

    [Fact]
    public void Flipped_octets_never_throw()
    {
        Random random = new(20260102);
        const string Nasty = "()\"\\{}[]<>~* \r\n\0\u00FF09aN";
        for (int run = 0; run < 6_000; run++)
        {
            byte[] response = [.. Corpus[run % Corpus.Length]];
            for (int flips = random.Next(1, 6); flips > 0; flips--)
                response[random.Next(response.Length)] = (byte)Nasty[random.Next(Nasty.Length)];
            ReadEverything(response);
        }
    }

    [Fact]
    public void Cut_responses_never_throw()
    {
        foreach (byte[] response in Corpus)
        {
            for (int length = 0; length < response.Length; length++)
                ReadEverything(response.AsSpan(0, length).ToArray());
        }
    }

    [Fact]
    public void Removed_or_inserted_octets_never_throw()
    {
        Random random = new(20260103);
        for (int run = 0; run < 5_000; run++)
        {
            List<byte> response = [.. Corpus[run % Corpus.Length]];
            for (int edits = random.Next(1, 4); edits > 0; edits--)
            {
                int at = random.Next(response.Count);
                int count = Math.Min(random.Next(1, 20), response.Count - at);
                if (random.Next(2) == 0)
                    response.RemoveRange(at, count);
                else
                    response.InsertRange(random.Next(response.Count), response.GetRange(at, count));
            }

            ReadEverything([.. response]);
        }
    }

    private static void ReadEverything(byte[] response)
    {
        try
        {
            UntaggedResponse untagged = new(response, ImapLimits.Default);
            FetchedMessage message = new(FetchResponseParser.Read(untagged));
            ReadItems(message);
            StreamedLiteralFinder finder = StreamedLiteralFinder.Start;
            finder.TryFind(response, new BodySectionCache(), out _);
            // Whatever is empty now was reported as malformed, or was missing.
            Assert.All(message.Malformed, malformed => Assert.NotEmpty(malformed.Reason));
        }
        catch (Exception exception) when (exception is not Xunit.Sdk.XunitException)
        {
            Assert.Fail($"{Encoding.Latin1.GetString(response)}\n{exception}");
        }
    }

    private static void ReadItems(FetchedMessage message)
    {
        _ = message.SequenceNumber;
        _ = message.Contains(FetchItem.Uid) ? message.Uid : default;
        _ = message.Contains(FetchItem.Flags) ? message.Flags : null;
        _ = message.Contains(FetchItem.InternalDate) ? message.InternalDate : null;
        _ = message.Contains(FetchItem.Size) ? message.Size : 0;
        _ = message.ModSequence;
        _ = message.Contains(FetchItem.SaveDate) ? message.SaveDate : null;
        _ = message.Contains(FetchItem.EmailId) ? message.EmailId : null;
        _ = message.Contains(FetchItem.Preview) ? message.Preview : null;
        _ = message.BinarySize(BodySection.Part(2));
        foreach (MessageBody body in message.Sections)
            _ = ((BufferedBody)body).Octets.Length;
        foreach (RawFetchItem item in message.Extensions)
            Assert.True(item.Text is not null && message.TryGetRaw(item.Name, out _));
        if (message.Contains(FetchItem.Envelope))
            ReadEnvelope(message.Envelope);
        if (message.Contains(FetchItem.BodyStructure) || message.Contains(FetchItem.BasicBodyStructure))
            ReadStructure(message.BodyStructure);
    }

    private static void ReadEnvelope(Envelope envelope)
    {
        _ = (envelope.Date, envelope.DateText, envelope.Subject, envelope.InReplyTo, envelope.MessageId);
        foreach (IReadOnlyList<EmailAddress> list in (IReadOnlyList<EmailAddress>[])[envelope.From, envelope.Sender, envelope.ReplyTo, envelope.To, envelope.Cc, envelope.Bcc])
        {
            foreach (EmailAddress address in list)
                _ = (address.DisplayName, address.Mailbox, address.Host, address.Group, address.ToString());
        }
    }

    private static void ReadStructure(BodyPart root)
    {
        Assert.Equal(root.Leaves.Count(), root.LeafCount);
        foreach (BodyPart part in root.Parts)
        {
            _ = (part.ContentType.Charset, part.ContentType.Parameters.Count, part.Disposition?.FileName, part.FileName, part.Id, part.Description, part.TransferEncoding);
            _ = (part.Size, part.Lines, part.Md5, part.Languages.Count, part.Location, part.ExtensionData.Length, part.Section, part.IsAttachment, part.ToString());
            if (part.Envelope is { } envelope)
                ReadEnvelope(envelope);
        }
    }
}
