using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace ImapAsync.Tests.Repository;

/// <summary>The public API of an assembly as text: each visible type with its visible members, sorted, so that a difference is a change of the API.</summary>
internal static class ApiText
{
    private const BindingFlags Declared = BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;

    public static string Of(Assembly assembly)
    {
        StringBuilder text = new();
        foreach (IGrouping<string, Type> group in assembly.GetTypes().Where(IsVisible).GroupBy(type => type.Namespace ?? "").OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            text.Append("namespace ").Append(group.Key).Append("\n\n");
            foreach (Type type in group.OrderBy(ApiTypeName.Declared, StringComparer.Ordinal))
            {
                text.Append(Of(type)).Append('\n');
            }
        }

        return text.ToString();
    }

    public static string Of(Type type) => $"{ApiTypeDeclaration.Of(type)}\n{string.Concat(Members(type).Select(member => $"    {member}\n"))}";

    private static IEnumerable<string> Members(Type type) => type switch
    {
        { IsEnum: true } => type.GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => $"{field.Name} = {field.GetRawConstantValue()}"),
        _ when typeof(Delegate).IsAssignableFrom(type) => [],
        _ => [
            .. Sorted(type.GetFields(Declared).Where(IsShown), ApiSignature.Of),
            .. Sorted(type.GetConstructors(Declared).Where(constructor => !constructor.IsStatic && IsShown(constructor)), ApiSignature.Of),
            .. Sorted(type.GetProperties(Declared).Where(IsShown), ApiSignature.Of),
            .. Sorted(type.GetEvents(Declared).Where(item => ApiSignature.IsVisible(item.AddMethod!)), ApiSignature.Of),
            .. Sorted(type.GetMethods(Declared).Where(method => IsShown(method) && IsNoAccessor(method)), ApiSignature.Of),
        ],
    };

    private static IEnumerable<string> Sorted<T>(IEnumerable<T> members, Func<T, string> signature)
        where T : MemberInfo =>
        members.Select(member => (member.Name, Signature: signature(member)))
            .OrderBy(member => member.Name, StringComparer.Ordinal)
            .ThenBy(member => member.Signature, StringComparer.Ordinal)
            .Select(member => member.Signature);

    private static bool IsVisible(Type type) =>
        type.Name[0] != '<' && (type.IsPublic || ((type.IsNestedPublic || type.IsNestedFamily || type.IsNestedFamORAssem) && IsVisible(type.DeclaringType!)));

    private static bool IsShown(MethodBase method) => ApiSignature.IsVisible(method) && IsWritten(method);

    private static bool IsShown(FieldInfo field) => (field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly) && IsWritten(field);

    private static bool IsShown(PropertyInfo property) => property.GetAccessors(nonPublic: true).Any(ApiSignature.IsVisible) && IsWritten(property);

    // What the compiler adds to records and the like is omitted.
    private static bool IsWritten(MemberInfo member) =>
        member.Name[0] != '<' && member.Name != "EqualityContract" && !member.IsDefined(typeof(CompilerGeneratedAttribute));

    private static bool IsNoAccessor(MethodInfo method) =>
        !method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal);
}
