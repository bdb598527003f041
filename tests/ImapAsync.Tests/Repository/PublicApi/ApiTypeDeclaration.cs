using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace ImapAsync.Tests.Repository;

/// <summary>The line that declares a type.</summary>
internal static class ApiTypeDeclaration
{
    public static string Of(Type type)
    {
        string name = ApiTypeName.Declared(type);
        if (typeof(Delegate).IsAssignableFrom(type))
        {
            MethodInfo invoke = type.GetMethod("Invoke")!;
            string result = ApiTypeName.Of(invoke.ReturnType, NullableFlags.Of(invoke.ReturnParameter.GetCustomAttributesData(), invoke));
            return $"delegate {result} {name}({ApiSignature.Parameters(invoke)}){Generic.Constraints(type)}";
        }

        string[] bases = [.. Bases(type)];
        string colon = bases.Length == 0 ? "" : " : " + string.Join(", ", bases);
        string flags = type.IsEnum && type.IsDefined(typeof(FlagsAttribute)) ? "[Flags] " : "";
        // the compiler marks ref structs for older compilers
        string obsolete = type.IsDefined(typeof(ObsoleteAttribute)) && !type.IsByRefLike ? "[Obsolete] " : "";
        return $"{obsolete}{flags}{Kind(type)} {name}{colon}{Generic.Constraints(type)}";
    }

    private static string Kind(Type type)
    {
        if (type.IsEnum)
        {
            return "enum";
        }

        if (type.IsInterface)
        {
            return "interface";
        }

        if (type.IsValueType)
        {
            return (type.IsDefined(typeof(IsReadOnlyAttribute)) ? "readonly " : "") + (type.IsByRefLike ? "ref " : "") + (IsRecord(type) ? "record struct" : "struct");
        }

        string modifier = type switch
        {
            { IsAbstract: true, IsSealed: true } => "static ",
            { IsAbstract: true } => "abstract ",
            { IsSealed: true } => "sealed ",
            _ => "",
        };
        return modifier + (IsRecord(type) ? "record" : "class");
    }

    private static bool IsRecord(Type type) => type.GetMethod("PrintMembers", BindingFlags.NonPublic | BindingFlags.Instance, [typeof(StringBuilder)]) is not null;

    private static IEnumerable<string> Bases(Type type)
    {
        if (type.IsEnum)
        {
            return Enum.GetUnderlyingType(type) is var underlying && underlying == typeof(int) ? [] : [ApiTypeName.Of(underlying)];
        }

        Type? parent = type.BaseType is { } real && real != typeof(object) && real != typeof(ValueType) ? real : null;
        Type[] all = type.GetInterfaces();
        IEnumerable<string> own = all
            .Except(all.SelectMany(item => item.GetInterfaces()))
            .Except(parent?.GetInterfaces() ?? [])
            .Where(item => item.IsVisible && !(IsRecord(type) && item == typeof(IEquatable<>).MakeGenericType(type)))
            .Select(ApiTypeName.Of)
            .Order(StringComparer.Ordinal);
        return parent is null ? own : own.Prepend(ApiTypeName.Of(parent));
    }
}
