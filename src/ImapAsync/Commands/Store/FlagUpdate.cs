using System.Runtime.InteropServices;

namespace ImapAsync;

/// <summary>What the server told of a message's flags while a STORE ran.</summary>
/// <param name="Number">The message's sequence number; <c>default</c> where the server sent none, or 0.</param>
/// <param name="Uid">
/// Its UID; null where the server did not tell it, as it need not in answer to STORE by sequence number.
/// </param>
/// <param name="Flags">All its flags now; null where the server told the mod-sequence alone.</param>
/// <param name="ModSeq">Its mod-sequence (CONDSTORE, RFC 7162 §3.1.3); null where the server told none.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct FlagUpdate(SequenceNumber Number, Uid? Uid, FlagSet? Flags, ModSequence? ModSeq);
