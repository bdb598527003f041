namespace ImapAsync.Benchmarks;

/// <summary>The repository that the program was built in.</summary>
internal static class RepositoryFolder
{
    public static string Path { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string folder)
    {
        for (DirectoryInfo? at = new(folder); at is not null; at = at.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(at.FullName, "ImapAsync.sln")))
                return at.FullName;
        }

        throw new InvalidOperationException($"ImapAsync.sln is in no folder above {folder}: run the program from where it was built.");
    }
}
