namespace ImapAsync.Testing.Tests.Thread;

public sealed class MutatedThreadTests
{
    private static readonly string[] Pieces = ["<1@x>", "<2@x>", "<3@x> ", "<4@x>\r\n <5@x>", "Re: ", "\r\n", "References: <9@x> <1@x>\r\n", "Subject: tea\r\n", "Message-ID: <2@x>\r\n", "\"", "("];

    // Whatever messages refer to, none is lost and none appears twice.
    [Fact]
    public void Each_message_stands_in_one_thread()
    {
        const string Message = "Message-ID: <1@x>\r\nReferences: <2@x> <3@x> <4@x>\r\nSubject: Re: [x] tea\r\nDate: 1 Mar 2026 10:00:00 +0000\r\n\r\n";
        foreach (string[] texts in Mutations.Of(Message, Pieces, 20_000).Chunk(10))
        {
            TestMessage[] messages = [.. texts.Select((text, index) => new TestMessage((uint)index + 1, Octets.Of(text)))];
            foreach (ThreadAlgorithm algorithm in (ThreadAlgorithm[])[ThreadAlgorithm.References, ThreadAlgorithm.Refs, ThreadAlgorithm.OrderedSubject])
            {
                string threads = ThreadCase.Write(algorithm, messages);
                string[] numbers = threads.Split(['(', ')', ' '], StringSplitOptions.RemoveEmptyEntries);
                Assert.Equal(Enumerable.Range(1, messages.Length), numbers.Select(int.Parse).Order());
            }
        }
    }
}
