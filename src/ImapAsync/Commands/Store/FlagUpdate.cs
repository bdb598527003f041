using System.Runtime.InteropServices;

namespace ImapAsync;

/// <summary>What the server reported about a message's flags while a STORE ran.</summary>
/// <param name="Number">The message's sequence number; <c>default</c> if the server sent none, or 0.</param>
/// <param name="Uid">
/// Its UID; null if the server did not send it, which is not required in answer to STORE by sequence number.
/// </param>
/// <param name="Flags">All its current flags; null if the server sent only the mod-sequence.</param>
/// <param name="ModSequence">Its mod-sequence (CONDSTORE, RFC 7162 §3.1.3); null if the server sent none.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct FlagUpdate(SequenceNumber Number, Uid? Uid, FlagSet? Flags, ModSequence? ModSequence);
