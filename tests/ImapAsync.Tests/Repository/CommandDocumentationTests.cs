using System.Reflection;
using System.Runtime.CompilerServices;
using System.Xml.Linq;
using System.Xml.XPath;

namespace ImapAsync.Tests.Repository;

/// <summary>What the documentation of every command and named method says: where it is defined, what comes back, and how it fails.</summary>
public sealed class CommandDocumentationTests
{
    private static readonly Type[] Types = typeof(ImapConnection).Assembly.GetExportedTypes();

    private static readonly ILookup<string, XElement> Documentation =
        XDocument.Load(Path.Combine(AppContext.BaseDirectory, "ImapAsync.xml")).Descendants("member").ToLookup(member => (string)member.Attribute("name")!);

    private static readonly Dictionary<string, XElement> Expanded =
        Documentation.Where(static texts => texts.Key.Contains("Extensions.", StringComparison.Ordinal)).ToDictionary(static texts => texts.Key, static texts => Expand(texts.First()));

    [Fact]
    public void Every_command_says_where_it_is_defined() => Assert.Equal(
        [],
        Types.Where(type => type is { IsAbstract: false } && typeof(ImapCommand).IsAssignableFrom(type) && type != typeof(RawCommand))
            .Where(type => !SaysWhere(Documentation["T:" + type.FullName].Single()))
            .Select(type => type.Name));

    [Fact]
    public void Every_named_method_says_where_it_is_defined() => Assert.Equal(
        [],
        Members().Where(member => member.Method.Name != nameof(SessionExtensions.SendRawAsync) && !SaysWhere(member.Text)).Select(member => member.Method.Name));

    [Fact]
    public void Every_named_method_says_what_comes_back() => Assert.Equal(
        [],
        Members().Where(member => member.Method.ReturnType.IsGenericType && member.Text.Element("returns") is null).Select(member => member.Method.Name));

    [Fact]
    public void Every_named_method_says_how_it_fails() => Assert.Equal(
        [],
        Members().Where(member => !member.Text.Elements("exception").Any()).Select(member => member.Method.Name));

    // The compiler does so if nothing is inherited.
    [Fact]
    public void Every_named_method_explains_its_parameters() => Assert.Equal(
        [],
        Members().GroupBy(member => member.Text).Where(overloads => !overloads.Any(member => Explains(member.Text, member.Method)))
            .Select(overloads => overloads.First().Method.Name));

    private static bool Explains(XElement text, MethodInfo method) =>
        method.GetParameters().All(parameter => text.Elements("param").Any(param => (string?)param.Attribute("name") == parameter.Name));

    private static bool SaysWhere(XElement text) =>
        text.Element("summary")!.Value is var summary && (summary.Contains("RFC ", StringComparison.Ordinal) || summary.Contains("draft-", StringComparison.Ordinal) || summary.Contains("Netscape", StringComparison.Ordinal));

    private static IEnumerable<(MethodInfo Method, XElement Text)> Members() =>
        from type in Types
        from method in type.GetMethods(BindingFlags.Public | BindingFlags.Static)
        where method.IsDefined(typeof(ExtensionAttribute)) && typeof(IImapSession).IsAssignableFrom(method.GetParameters()[0].ParameterType)
        from texts in Expanded
        where texts.Key.StartsWith($"M:{type.FullName}.{method.Name}(", StringComparison.Ordinal) && ParameterCount(texts.Key) == method.GetParameters().Length
        select (method, texts.Value);

    // The compiler leaves <inheritdoc> to the tools that render the text.
    private static XElement Expand(XElement text)
    {
        XElement whole = new(text);
        foreach (XElement inherited in whole.Elements("inheritdoc").Where(static element => element.Attribute("cref") is not null).ToArray())
        {
            XElement source = Expand(Documentation[(string)inherited.Attribute("cref")!].Single());
            XElement[] taken = [.. source.XPathSelectElements("." + ((string?)inherited.Attribute("path") ?? "/*"))];
            Assert.NotEmpty(taken);
            inherited.ReplaceWith(taken.Cast<object>().ToArray());
        }

        return whole;
    }

    // The commas between parameters, not those between the type arguments of one.
    private static int ParameterCount(string key)
    {
        int depth = 0;
        int count = 1;
        foreach (char character in key)
        {
            depth += character == '{' ? 1 : character == '}' ? -1 : 0;
            count += character == ',' && depth == 0 ? 1 : 0;
        }

        return count;
    }
}
