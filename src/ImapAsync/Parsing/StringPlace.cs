using System.Runtime.InteropServices;

namespace ImapAsync;

/// <summary>Where a string stands that may have to be written otherwise.</summary>
/// <param name="Open">Its opening quote.</param>
/// <param name="Close">Where its text ends.</param>
/// <param name="Next">Where what follows it begins.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct StringPlace(int Open, int Close, int Next);
