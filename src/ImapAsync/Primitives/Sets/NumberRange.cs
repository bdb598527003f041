using System.Runtime.InteropServices;

namespace ImapAsync;

/// <summary>Consecutive numbers of a <see cref="UidSet"/> or a <see cref="SequenceSet"/>, both ends included.</summary>
/// <typeparam name="TNumber"><see cref="Uid"/> or <see cref="SequenceNumber"/>.</typeparam>
/// <param name="First">The lowest number.</param>
/// <param name="Last">The highest number, at least <paramref name="First"/>.</param>
[StructLayout(LayoutKind.Sequential)]
public readonly record struct NumberRange<TNumber>(TNumber First, TNumber Last)
    where TNumber : unmanaged;
