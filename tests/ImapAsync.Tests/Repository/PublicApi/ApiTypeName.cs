namespace ImapAsync.Tests.Repository;

/// <summary>Types as C# writes them, without namespaces.</summary>
internal static class ApiTypeName
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(object)] = "object",
        [typeof(string)] = "string",
        [typeof(bool)] = "bool",
        [typeof(char)] = "char",
        [typeof(byte)] = "byte",
        [typeof(sbyte)] = "sbyte",
        [typeof(short)] = "short",
        [typeof(ushort)] = "ushort",
        [typeof(int)] = "int",
        [typeof(uint)] = "uint",
        [typeof(long)] = "long",
        [typeof(ulong)] = "ulong",
        [typeof(nint)] = "nint",
        [typeof(nuint)] = "nuint",
        [typeof(float)] = "float",
        [typeof(double)] = "double",
        [typeof(decimal)] = "decimal",
    };

    public static string Of(Type type) => Of(type, NullableFlags.None);

    public static string Of(Type type, NullableFlags flags)
    {
        if (type.IsByRef)
        {
            return Of(type.GetElementType()!, flags);
        }

        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return Of(underlying, flags) + "?";
        }

        if (type.IsPointer)
        {
            return Of(type.GetElementType()!, flags) + "*";
        }

        bool hasFlag = !type.IsValueType || type.IsGenericType;
        string question = hasFlag && flags.Take() == 2 && !type.IsValueType ? "?" : "";
        return (type.IsArray ? $"{Of(type.GetElementType()!, flags)}[{new string(',', type.GetArrayRank() - 1)}]" : NamedType(type, flags)) + question;
    }

    /// <summary>The name of a declared type, with those of the types around it and the given text for its type parameters.</summary>
    public static string Declared(Type type) => NamedType(type, NullableFlags.None);

    private static string NamedType(Type type, NullableFlags flags)
    {
        if (Keywords.TryGetValue(type, out string? keyword))
        {
            return keyword;
        }

        if (type.IsGenericParameter)
        {
            return type.Name;
        }

        string[] arguments = [.. type.GetGenericArguments().Select(argument => Of(argument, flags))];
        if (type.FullName?.StartsWith("System.ValueTuple`", StringComparison.Ordinal) == true)
        {
            return $"({string.Join(", ", arguments)})";
        }

        int used = 0;
        return string.Join('.', WithOuterTypes(type).Select(part =>
        {
            string[] own = arguments[used..part.GetGenericArguments().Length];
            used += own.Length;
            string name = part.Name.Split('`')[0];
            return own.Length == 0 ? name : $"{name}<{string.Join(", ", own)}>";
        }));
    }

    private static IEnumerable<Type> WithOuterTypes(Type type) =>
        type.DeclaringType is null ? [type] : [.. WithOuterTypes(type.DeclaringType), type];
}
