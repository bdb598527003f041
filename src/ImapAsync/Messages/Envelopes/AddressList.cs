using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ImapAsync;

/// <summary>Collects addresses: for the few that a message usually has, only the finished list is allocated.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct AddressList
{
    private const int FewAddresses = 8;

    private Few _few;
    private List<EmailAddress>? _more;
    private int _count;

    public readonly int Count => _count;

    public void Add(EmailAddress address)
    {
        if (_count < FewAddresses)
            _few[_count] = address;
        else
            (_more ??= []).Add(address);
        _count++;
    }

    public readonly EmailAddress[] ToArray()
    {
        ReadOnlySpan<EmailAddress> few = _few;
        return _more is null ? few[.._count].ToArray() : [.. few, .. _more];
    }

    [InlineArray(FewAddresses)]
    private struct Few
    {
        private EmailAddress _first;
    }
}
