namespace ImapAsync;

/// <summary>Address lists of an ENVELOPE (RFC 9051 §7.5.2 and §9).
/// <code>address = "(" addr-name SP addr-adl SP addr-mailbox SP addr-host ")"</code>
/// A NIL host starts a group whose name is the mailbox, or ends one where the mailbox is NIL too. If no
/// end follows, it is an address that lacks its host.</summary>
internal static class EnvelopeAddresses
{
    public static IReadOnlyList<EmailAddress> Read(ResponseValue list)
    {
        AddressList addresses = default;
        string? group = null;
        bool groupIsEmpty = false;
        bool hasLists = false;
        ListReader elements = list.Elements;
        while (addresses.Count < ImapLimits.Default.MaxListItems && elements.MoveNext())
        {
            // SmarterMail inserts NIL between addresses.
            if (!elements.Current.IsList)
                continue;

            hasLists = true;
            AddressFields fields = new(elements.Current.Elements);
            if (!fields.IsGroupMarker || (!fields.IsEmpty && !IsEndNext(elements)))
            {
                groupIsEmpty = false;
                if (!fields.IsEmpty)
                    addresses.Add(fields.ToAddress(group));
                continue;
            }

            if (groupIsEmpty)
                addresses.Add(EmptyGroup(group!));
            group = fields.GroupName;
            groupIsEmpty = group is not null;
        }

        if (groupIsEmpty)
            addresses.Add(EmptyGroup(group!));
        return hasLists || !IsAddress(list)
            ? addresses.ToArray()
            : [new AddressFields(list.Elements).ToAddress(group: null)];
    }

    // Groups do not nest: of two starts, the one followed by an end is a group.
    private static bool IsEndNext(ListReader elements)
    {
        while (elements.MoveNext())
        {
            if (!elements.Current.IsList)
                continue;
            AddressFields fields = new(elements.Current.Elements);
            if (fields.IsGroupMarker)
                return fields.IsEmpty;
        }

        return false;
    }

    /// <summary>Whether a list is a single address, without the parentheses of the enclosing list.</summary>
    public static bool IsAddress(ResponseValue list)
    {
        int strings = 0;
        int present = 0;
        ListReader fields = list.Elements;
        while (fields.MoveNext())
        {
            if (fields.Current.IsList)
                return false;
            strings++;
            present += strings > 2 && !fields.Current.IsNil ? 1 : 0;
        }

        // A mailbox and a host: four NIL do not count.
        return strings == 4 && present == 2;
    }

    private static EmailAddress EmptyGroup(string name) => EmailAddress.Read("", null, name);
}
