namespace ImapAsync.Tests.Repository;

public sealed class ApiTextTests
{
    [Theory]
    [InlineData(typeof(SampleEnum), """
        [Flags] enum SampleEnum : byte
            None = 0
            One = 1

        """)]
    [InlineData(typeof(ISample<>), """
        interface ISample<T> : IDisposable where T : class, new()
            T Make(string? name = null, params int[] numbers)
            TRead Read<TRead>(byte octet) where TRead : unmanaged

        """)]
    [InlineData(typeof(SampleRecord), """
        sealed record SampleRecord
            SampleRecord(string Name, IReadOnlyList<string?>? Others)
            string Name { get; init; }
            IReadOnlyList<string?>? Others { get; init; }
            required (int, string?) Pair { get; init; }

        """)]
    [InlineData(typeof(SampleStruct), """
        readonly ref struct SampleStruct
            const string Word = "word"
            int this[Index index] { get; }
            override string ToString()
            bool TryTake<T>(in T key, out T? value, CancellationToken cancellationToken = default) where T : notnull
            static implicit operator SampleStruct(int[]? numbers)

        """)]
    [InlineData(typeof(SampleBase), """
        abstract class SampleBase
            protected SampleBase()
            IDictionary<string, SampleEnum?>? Map { get; protected set; }
            abstract Task<string?> RunAsync(Func<string?, int>? callback, SampleEnum mode = SampleEnum.One)
            protected virtual void Stop()

        """)]
    public void Writes_declarations(Type type, string expected) =>
        Assert.Equal(expected.ReplaceLineEndings("\n"), ApiText.Of(type).Replace("ApiTextTests.", "", StringComparison.Ordinal));

    [Flags]
    public enum SampleEnum : byte
    {
        None,
        One,
    }

    public interface ISample<T> : IDisposable
        where T : class, new()
    {
        T Make(string? name = null, params int[] numbers);

        TRead Read<TRead>(byte octet)
            where TRead : unmanaged;
    }

    public sealed record SampleRecord(string Name, IReadOnlyList<string?>? Others)
    {
        public required (int Number, string? Text) Pair { get; init; }
    }

    public readonly ref struct SampleStruct
    {
        public const string Word = "word";

        public int this[Index index] => index.Value;

        public static implicit operator SampleStruct(int[]? numbers) => default;

        public bool TryTake<T>(in T key, out T? value, CancellationToken cancellationToken = default)
            where T : notnull
        {
            value = default;
            return key is not null && cancellationToken.CanBeCanceled;
        }

        public override string ToString() => Word;
    }

    public abstract class SampleBase
    {
        public IDictionary<string, SampleEnum?>? Map { get; protected set; }

        public abstract Task<string?> RunAsync(Func<string?, int>? callback, SampleEnum mode = SampleEnum.One);

        protected virtual void Stop()
        {
        }
    }
}
