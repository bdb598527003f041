using System.Runtime.CompilerServices;

namespace ImapAsync;

/// <summary>What <see cref="Uid"/> and <see cref="SequenceNumber"/> share: each is a number above 0.</summary>
internal static class MessageNumber
{
    /// <summary>Whether a type of number is that of UIDs. It is known when the code is compiled.</summary>
    public static bool IsUid<TNumber>() => typeof(TNumber) == typeof(Uid);

    /// <summary>The number; null for 0, which servers send for what they do not know.</summary>
    public static TNumber? FromServer<TNumber>(uint value)
        where TNumber : unmanaged => value == 0 ? null : Unsafe.BitCast<uint, TNumber>(value);

    /// <summary>The number as it is on the wire; 0 where there is none.</summary>
    public static uint ToUInt32<TNumber>(TNumber? number)
        where TNumber : unmanaged => Unsafe.BitCast<TNumber, uint>(number.GetValueOrDefault());
}
