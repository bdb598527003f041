using System.Runtime.InteropServices;

namespace ImapAsync;

/// <summary>Consecutive messages and the consecutive UIDs of their copies.</summary>
/// <param name="Source">The first message.</param>
/// <param name="Destination">The UID of its copy.</param>
/// <param name="Last">How many follow: the last message is Source + Last.</param>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct CopySegment(uint Source, uint Destination, uint Last);
