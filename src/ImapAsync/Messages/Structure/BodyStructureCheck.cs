namespace ImapAsync;

/// <summary>Looks for unreadable elements in a body structure.</summary>
internal static class BodyStructureCheck
{
    /// <summary>Returns what was expected; null if everything is readable.</summary>
    public static string? Expected(ReadOnlySpan<byte> part) => Expected(part, depth: 1);

    private static string? Expected(ReadOnlySpan<byte> part, int depth)
    {
        if (part is not [(byte)'(', ..])
            return new ResponseValue(part).IsNil ? null : "a body structure";

        BodyShape shape = BodyStructureReader.ShapeOf(part);
        if (depth >= ImapLimits.Default.MaxNesting && shape is BodyShape.Multipart or BodyShape.Message)
        {
            return $"parts nested less than {ImapLimits.Default.MaxNesting} deep "
                + $"({nameof(ImapLimits)}.{nameof(ImapLimits.MaxNesting)} by default)";
        }

        return shape switch
        {
            BodyShape.Empty => null,
            BodyShape.Multipart => ExpectedInMultipart(part, depth),
            _ => ExpectedInSinglePart(part, shape, depth),
        };
    }

    private static string? ExpectedInMultipart(ReadOnlySpan<byte> part, int depth)
    {
        ListReader children = BodyFieldReader.Open(part);
        while (children.MoveNext() && children.Current.IsList)
        {
            if (Expected(children.Current.Octets, depth + 1) is { } expected)
                return expected;
        }

        if (!HasReadableParameters(BodyStructureReader.Field(part, BodyShape.Multipart, BodyField.Parameters)))
            return "the parameters of a multipart";
        return HasReadableDisposition(part, BodyShape.Multipart) ? null : "the disposition of a multipart";
    }

    private static bool HasReadableDisposition(ReadOnlySpan<byte> part, BodyShape shape)
    {
        ResponseValue value = BodyStructureReader.Field(part, shape, BodyField.Disposition);
        return !value.IsList
            || (DispositionToken.Is(value) && HasReadableParameters(DispositionToken.ParametersOf(value)));
    }

    // If the name is not a string, something else was meant, and a name without a value is lost. NIL for both, or for
    // the value, means none.
    private static bool HasReadableParameters(ResponseValue list)
    {
        ListReader pairs = list.Elements;
        while (pairs.MoveNext())
        {
            ResponseValue name = pairs.Current;
            ResponseValue value = pairs.Next();
            if (name.IsList || value.IsList || (name.IsNil ? !value.IsNilOrMissing : value.IsMissing))
                return false;
        }

        return true;
    }

    private static string? ExpectedInSinglePart(ReadOnlySpan<byte> part, BodyShape shape, int depth)
    {
        ResponseValue parameters = BodyStructureReader.Field(part, shape, BodyField.Parameters);
        if ((!parameters.IsList && !parameters.IsNilOrMissing) || !HasReadableParameters(parameters))
            return "the parameters of a part";
        for (BodyField field = BodyField.Id; field <= BodyField.Encoding; field++)
        {
            if (BodyStructureReader.Field(part, shape, field).IsList)
                return $"a readable {field} of a part";
        }

        if (BodyStructureReader.Field(part, shape, BodyField.Md5).IsList)
            return "a readable MD5 of a part";
        if (!HasReadableDisposition(part, shape))
            return "the disposition of a part";
        ResponseValue size = BodyStructureReader.Field(part, shape, BodyField.Size);
        if ((!size.TryGetNumber(out _) && !size.IsNil) || size.IsBelowUnknown)
            return "the size of a part";
        ResponseValue lines = BodyStructureReader.Field(part, shape, BodyField.Lines);
        if ((!lines.IsNilOrMissing && !lines.TryGetNumber(out _)) || lines.IsBelowUnknown)
            return "the lines of a part";
        if (shape != BodyShape.Message
            || BodyStructureReader.Field(part, shape, BodyField.Body) is not { IsList: true } body)
        {
            return null;
        }

        return EnvelopeCheck.Expected(BodyStructureReader.Field(part, shape, BodyField.Envelope).Octets)
            ?? Expected(body.Octets, depth + 1);
    }
}
