namespace ImapAsync.Testing;

/// <summary>Whether a message matches a search key.</summary>
internal delegate bool SearchCriterion(SearchSubject subject);
