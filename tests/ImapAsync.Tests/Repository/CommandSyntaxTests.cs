using System.Reflection;

namespace ImapAsync.Tests.Repository;

/// <summary>Every command says where its syntax comes from: that decides whether its literals may be sent without waiting.</summary>
public sealed class CommandSyntaxTests
{
    // A server that announces ANNOTATEMORE may take not a literal in these, and do the lines of one.
    private static readonly string[] KnownToNobody =
        [nameof(GetAnnotationCommand), nameof(ProxyAuthCommand), nameof(RawCommand), nameof(SetAnnotationCommand)];

    private static IEnumerable<Type> Commands =>
        typeof(ImapCommand).Assembly.GetTypes().Where(static type => !type.IsAbstract && type.IsAssignableTo(typeof(ImapCommand)));

    [Fact]
    public void Each_states_it() => Assert.Equal([], Commands.Where(static type => Origin(type).DeclaringType == typeof(ImapCommand)).Select(static type => type.Name));

    [Fact]
    public void Only_these_have_no_known_origin() => Assert.Equal(
        KnownToNobody,
        CommandCases.All.Select(static pair => pair.Value(new CommandSource(new Random(1), utf8: false)).Command).Where(static command => command.DefinedBy is null)
            .Select(static command => command.GetType().Name).Order(StringComparer.Ordinal));

    private static PropertyInfo Origin(Type type) => type.GetProperty(nameof(ImapCommand.DefinedBy), BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public)!;
}
