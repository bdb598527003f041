using System.Reflection;

namespace ImapAsync.Tests.Repository;

/// <summary>
/// The compiler's nullability bytes of one signature, taken one by one in the order in which its types are named
/// (dotnet/roslyn, docs/features/nullable-metadata.md): 2 stands for "may be null".
/// </summary>
internal sealed class NullableFlags
{
    private readonly IReadOnlyList<byte> _flags;
    private readonly byte _rest;
    private int _next;

    private NullableFlags(IReadOnlyList<byte> flags, byte rest)
    {
        _flags = flags;
        _rest = rest;
    }

    public static NullableFlags None => new([], 0);

    /// <summary>Of a type as a parameter, return value, property, field or type parameter (<paramref name="attributes"/>) of a <paramref name="member"/> names it.</summary>
    public static NullableFlags Of(IList<CustomAttributeData> attributes, MemberInfo? member)
    {
        CustomAttributeData? own = attributes.FirstOrDefault(IsNullableAttribute);
        return own?.ConstructorArguments[0].Value switch
        {
            byte all => new NullableFlags([], all),
            IReadOnlyCollection<CustomAttributeTypedArgument> each => new NullableFlags([.. each.Select(flag => (byte)flag.Value!)], 0),
            _ => new NullableFlags([], ContextOf(member)),
        };
    }

    /// <summary>The next type's byte.</summary>
    public byte Take() => _next < _flags.Count ? _flags[_next++] : _rest;

    private static bool IsNullableAttribute(CustomAttributeData attribute) =>
        attribute.AttributeType.FullName == "System.Runtime.CompilerServices.NullableAttribute";

    private static byte ContextOf(MemberInfo? member)
    {
        for (; member is not null; member = member.DeclaringType)
        {
            CustomAttributeData? context = member.CustomAttributes.FirstOrDefault(
                attribute => attribute.AttributeType.FullName == "System.Runtime.CompilerServices.NullableContextAttribute");
            if (context is not null)
            {
                return (byte)context.ConstructorArguments[0].Value!;
            }
        }

        return 0;
    }
}
