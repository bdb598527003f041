using System.Reflection;

namespace ImapAsync.Tests.Repository;

/// <summary>The type parameters of a generic type or method.</summary>
internal static class Generic
{
    /// <summary><c>&lt;T, U&gt;</c>, or nothing.</summary>
    public static string Parameters(MethodInfo method) =>
        method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(parameter => parameter.Name))}>" : "";

    /// <summary><c> where T : …</c> for each parameter that has constraints.</summary>
    public static string Constraints(MethodInfo method) => method.IsGenericMethod ? Constraints(method.GetGenericArguments(), method) : "";

    /// <inheritdoc cref="Constraints(MethodInfo)"/>
    public static string Constraints(Type type) => Constraints(type.GetGenericArguments(), type);

    private static string Constraints(Type[] parameters, MemberInfo owner) =>
        string.Concat(parameters.Where(parameter => parameter.IsGenericParameter)
            .Select(parameter => (parameter.Name, All: string.Join(", ", ConstraintsOf(parameter, owner))))
            .Where(constraints => constraints.All.Length > 0)
            .Select(constraints => $" where {constraints.Name} : {constraints.All}"));

    private static IEnumerable<string> ConstraintsOf(Type parameter, MemberInfo owner)
    {
        GenericParameterAttributes attributes = parameter.GenericParameterAttributes;
        bool isStruct = attributes.HasFlag(GenericParameterAttributes.NotNullableValueTypeConstraint);
        byte nullable = NullableFlags.Of(parameter.GetCustomAttributesData(), owner).Take();
        Type[] types = [.. parameter.GetGenericParameterConstraints().Where(type => type != typeof(ValueType))];
        if (isStruct)
        {
            bool unmanaged = parameter.GetCustomAttributesData().Any(static data => data.AttributeType.Name == "IsUnmanagedAttribute");
            yield return unmanaged ? "unmanaged" : "struct";
        }
        else if (attributes.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint))
        {
            yield return nullable == 2 ? "class?" : "class";
        }
        else if (nullable == 1 && types.Length == 0)
        {
            yield return "notnull";
        }

        foreach (Type type in types)
        {
            yield return ApiTypeName.Of(type);
        }

        if (attributes.HasFlag(GenericParameterAttributes.DefaultConstructorConstraint) && !isStruct)
        {
            yield return "new()";
        }

        if (attributes.HasFlag(GenericParameterAttributes.AllowByRefLike))
        {
            yield return "allows ref struct";
        }
    }
}
