using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace ImapAsync.Tests.Repository;

/// <summary>The members of a type as C# declares them.</summary>
internal static class ApiSignature
{
    private static readonly Dictionary<string, string> Operators = new(StringComparer.Ordinal)
    {
        ["op_Equality"] = "==",
        ["op_Inequality"] = "!=",
        ["op_LessThan"] = "<",
        ["op_GreaterThan"] = ">",
        ["op_LessThanOrEqual"] = "<=",
        ["op_GreaterThanOrEqual"] = ">=",
        ["op_BitwiseAnd"] = "&",
        ["op_BitwiseOr"] = "|",
        ["op_ExclusiveOr"] = "^",
        ["op_LogicalNot"] = "!",
        ["op_OnesComplement"] = "~",
        ["op_Addition"] = "+",
        ["op_Subtraction"] = "-",
        ["op_UnaryNegation"] = "-",
        ["op_Multiply"] = "*",
        ["op_Division"] = "/",
    };

    public static string Of(ConstructorInfo constructor) =>
        $"{Access(constructor)}{constructor.DeclaringType!.Name.Split('`')[0]}({Parameters(constructor)})";

    public static string Of(FieldInfo field)
    {
        string type = ApiTypeName.Of(field.FieldType, NullableFlags.Of(field.GetCustomAttributesData(), field.DeclaringType));
        string access = field.IsPublic ? "" : "protected ";
        return field.IsLiteral
            ? $"{access}const {type} {field.Name} = {Constant(field.GetRawConstantValue(), field.FieldType)}"
            : $"{access}{(field.IsStatic ? "static " : "")}{(field.IsInitOnly ? "readonly " : "")}{type} {field.Name}";
    }

    public static string Of(EventInfo item) =>
        $"{Access(item.AddMethod!)}{Modifiers(item.AddMethod!)}event {ApiTypeName.Of(item.EventHandlerType!, NullableFlags.Of(item.GetCustomAttributesData(), item.DeclaringType))} {item.Name}";

    public static string Of(PropertyInfo property)
    {
        MethodInfo[] accessors = [.. property.GetAccessors(nonPublic: true).Where(IsVisible)];
        MethodInfo widest = accessors.FirstOrDefault(accessor => accessor.IsPublic) ?? accessors[0];
        IEnumerable<string> shown = accessors.OrderBy(accessor => accessor.ReturnType == typeof(void)).Select(accessor =>
            (accessor.IsPublic || !widest.IsPublic ? "" : "protected ")
            + (accessor.ReturnType != typeof(void) ? "get;" : IsInit(accessor) ? "init;" : "set;"));
        string required = property.IsDefined(typeof(RequiredMemberAttribute)) ? "required " : "";
        string reference = property.PropertyType.IsByRef ? property.IsDefined(typeof(IsReadOnlyAttribute)) ? "ref readonly " : "ref " : "";
        string type = ApiTypeName.Of(property.PropertyType, NullableFlags.Of(property.GetCustomAttributesData(), property.DeclaringType));
        ParameterInfo[] indices = property.GetIndexParameters();
        string name = indices.Length == 0 ? property.Name : $"this[{string.Join(", ", indices.Select(index => Parameter(index, widest)))}]";
        return $"{Access(widest)}{Modifiers(widest)}{required}{reference}{type} {name} {{ {string.Join(' ', shown)} }}";
    }

    public static string Of(MethodInfo method)
    {
        ParameterInfo result = method.ReturnParameter;
        string reference = result.ParameterType.IsByRef ? result.IsDefined(typeof(IsReadOnlyAttribute)) ? "ref readonly " : "ref " : "";
        string type = ApiTypeName.Of(result.ParameterType, NullableFlags.Of(result.GetCustomAttributesData(), method));
        string rest = $"{Generic.Parameters(method)}({Parameters(method)}){Generic.Constraints(method)}";
        return Access(method) + Modifiers(method) + method.Name switch
        {
            "op_Implicit" => $"implicit operator {type}{rest}",
            "op_Explicit" => $"explicit operator {type}{rest}",
            var name when Operators.TryGetValue(name, out string? symbol) => $"{type} operator {symbol}{rest}",
            var name => $"{reference}{type} {name}{rest}",
        };
    }

    /// <summary>The parameters of a method, constructor or delegate.</summary>
    public static string Parameters(MethodBase method) =>
        (method.IsDefined(typeof(ExtensionAttribute)) ? "this " : "") + string.Join(", ", method.GetParameters().Select(parameter => Parameter(parameter, method)));

    public static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static string Parameter(ParameterInfo parameter, MethodBase method)
    {
        string modifier = parameter switch
        {
            { ParameterType.IsByRef: true, IsOut: true } => "out ",
            { ParameterType.IsByRef: true } when parameter.IsDefined(typeof(RequiresLocationAttribute)) => "ref readonly ",
            { ParameterType.IsByRef: true } when parameter.IsDefined(typeof(IsReadOnlyAttribute)) => "in ",
            { ParameterType.IsByRef: true } => "ref ",
            _ when parameter.IsDefined(typeof(ParamArrayAttribute)) || parameter.IsDefined(typeof(ParamCollectionAttribute)) => "params ",
            _ => "",
        };
        string type = ApiTypeName.Of(parameter.ParameterType, NullableFlags.Of(parameter.GetCustomAttributesData(), method));
        string value = parameter.HasDefaultValue ? " = " + Constant(parameter.RawDefaultValue, parameter.ParameterType) : "";
        return $"{modifier}{type} {parameter.Name}{value}";
    }

    private static string Constant(object? value, Type type)
    {
        Type plain = Nullable.GetUnderlyingType(type) ?? type;
        return value switch
        {
            null => type.IsValueType && plain == type ? "default" : "null",
            string text => $"\"{text}\"",
            char character => $"'{character}'",
            bool flag => flag ? "true" : "false",
            _ when plain.IsEnum => $"{plain.Name}.{Enum.ToObject(plain, value)}",
            _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        };
    }

    private static bool IsInit(MethodInfo setter) => setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));

    private static string Access(MethodBase method) => method.IsPublic ? "" : "protected ";

    private static string Modifiers(MethodInfo method)
    {
        if (method.DeclaringType!.IsInterface)
        {
            return method.IsStatic ? method.IsAbstract ? "static abstract " : "static " : "";
        }

        bool overrides = method.GetBaseDefinition() != method;
        return method switch
        {
            { IsStatic: true } => "static ",
            { IsAbstract: true } => overrides ? "abstract override " : "abstract ",
            { IsVirtual: true, IsFinal: true } when overrides => "sealed override ",
            { IsVirtual: true, IsFinal: false } => overrides ? "override " : "virtual ",
            _ => "",
        };
    }
}
