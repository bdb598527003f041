using System.Runtime.InteropServices;

namespace ImapAsync;

/// <summary>The place of a string that may have to be rewritten.</summary>
/// <param name="Open">Its opening quote.</param>
/// <param name="Close">The end of its text.</param>
/// <param name="Next">The start of what follows it.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct StringPlace(int Open, int Close, int Next);
