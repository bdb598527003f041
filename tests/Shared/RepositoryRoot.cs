namespace ImapAsync.Tests;

/// <summary>The root of the checkout: the nearest directory above the test's own that has the solution.</summary>
internal static class RepositoryRoot
{
    public static string Path { get; } = Find(AppContext.BaseDirectory);

    public static string Combine(params string[] parts) => System.IO.Path.Combine([Path, .. parts]);

    private static string Find(string start)
    {
        for (DirectoryInfo? directory = new(start); directory is not null; directory = directory.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(directory.FullName, "ImapAsync.sln")))
            {
                return directory.FullName;
            }
        }

        throw new InvalidOperationException($"No ImapAsync.sln above {start}: run the tests from a build inside the checkout.");
    }
}
