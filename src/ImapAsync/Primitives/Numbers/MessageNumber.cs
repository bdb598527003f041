using System.Runtime.CompilerServices;

namespace ImapAsync;

/// <summary>The common part of <see cref="Uid"/> and <see cref="SequenceNumber"/>: each is a number above 0.</summary>
internal static class MessageNumber
{
    /// <summary>Whether a number type is that of UIDs. It is known at compile time.</summary>
    public static bool IsUid<TNumber>() => typeof(TNumber) == typeof(Uid);

    /// <summary>The number; null for 0, which servers send for unknown values.</summary>
    public static TNumber? FromServer<TNumber>(uint value)
        where TNumber : unmanaged => value == 0 ? null : Unsafe.BitCast<uint, TNumber>(value);

    /// <summary>The number on the wire; 0 if there is none.</summary>
    public static uint ToUInt32<TNumber>(TNumber? number)
        where TNumber : unmanaged => Unsafe.BitCast<TNumber, uint>(number.GetValueOrDefault());
}
