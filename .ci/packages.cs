// Checks that the packages in a folder contain what they should, and nothing else:
//     dotnet run .ci/packages.cs FOLDER
// Lists the packages and what is wrong with them; the exit code is 1 if something is.
#:property RunAnalyzers=false
using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;
using System.Xml.Linq;

List<string> problems = [];
string[] library =
[
    "Microsoft.Extensions.Configuration.Abstractions", "Microsoft.Extensions.DependencyInjection.Abstractions",
    "Microsoft.Extensions.Logging.Abstractions", "Microsoft.Extensions.Options", "Pipelines.Sockets.Unofficial",
];
string?[] versions =
[
    Check("ImapAsync", library),
    Check("ImapAsync.MimeKit", ["ImapAsync", "MimeKit", .. library]),
    Check("ImapAsync.Testing", ["ImapAsync", .. library]),
];
Expect(versions.Distinct().Count() == 1, $"the versions differ: {string.Join(", ", versions)}");
problems.ForEach(Console.WriteLine);
return problems.Count == 0 ? 0 : 1;

string? Check(string id, string[] dependencies)
{
    if (Find(id, "nupkg") is not { } package || Find(id, "snupkg") is not { } symbols)
    {
        problems.Add($"{id}: expected one .nupkg and one .snupkg");
        return null;
    }

    ExpectFiles(symbols, $"{id}.nuspec", $"lib/net10.0/{id}.pdb");
    ExpectFiles(package, $"{id}.nuspec", "README.md", $"lib/net10.0/{id}.dll", $"lib/net10.0/{id}.xml");
    CheckSymbols(id, Bytes(package, $"lib/net10.0/{id}.dll"), Bytes(symbols, $"lib/net10.0/{id}.pdb"));
    XElement nuspec = XElement.Parse(Read(package, $"{id}.nuspec"));
    string version = ValueOf(nuspec, "version");
    Console.WriteLine($"{id} {version}: {new FileInfo(package).Length:N0} octets");

    Expect(ValueOf(nuspec, "license") == "MIT", $"{id}: the license is {ValueOf(nuspec, "license")}");
    string[] needed = ["authors", "copyright", "description", "tags", "releaseNotes", "projectUrl"];
    foreach (string name in needed.Where(name => ValueOf(nuspec, name).Length == 0))
        problems.Add($"{id}: {name} is missing");

    string[] found = [.. Elements(nuspec, "dependency").Select(element => (string)element.Attribute("id")!).Order()];
    Expect(found.SequenceEqual(dependencies.Order()), $"{id}: depends on {string.Join(", ", found)}");
    string? fits = Elements(nuspec, "dependency")
        .Where(element => (string?)element.Attribute("id") == "ImapAsync")
        .Select(element => (string?)element.Attribute("version"))
        .SingleOrDefault();
    // The server uses the library's internals.
    string? expected = id switch { "ImapAsync" => null, "ImapAsync.Testing" => $"[{version}]", _ => version };
    Expect(fits == expected, $"{id}: depends on ImapAsync {fits}, not {expected}");

    foreach (Match link in Regex.Matches(Read(package, "README.md"), @"\]\((?!https://|#)[^)]*\)"))
        problems.Add($"{id}: the link {link.Value} of README.md leads nowhere on the package's page");
    return version;
}

void CheckSymbols(string id, Stream assembly, Stream symbols)
{
    using PEReader library = new(assembly);
    MetadataReader reader = MetadataReaderProvider.FromPortablePdbStream(symbols).GetMetadataReader();
    DebugDirectoryEntry entry = library.ReadDebugDirectory().First(entry => entry.Type == DebugDirectoryEntryType.CodeView);
    Guid symbolsId = new BlobContentId(reader.DebugMetadataHeader!.Id).Guid;
    Expect(library.ReadCodeViewDebugDirectoryData(entry).Guid == symbolsId, $"{id}: the symbols are of another build");
    Expect(library.ReadDebugDirectory().Any(entry => entry.Type == DebugDirectoryEntryType.Reproducible), $"{id}: is not deterministic");

    // A build with CI=true names its sources by their paths in the repository.
    string? path = reader.Documents.Select(document => reader.GetString(reader.GetDocument(document).Name))
        .FirstOrDefault(path => !path.StartsWith("/_/", StringComparison.Ordinal));
    Expect(path is null, $"{id}: the symbols name {path}, a path of this machine");
}

string? Find(string id, string extension) => Directory.GetFiles(args[0])
    .SingleOrDefault(file => Regex.IsMatch(Path.GetFileName(file), $@"^{Regex.Escape(id)}\.\d.*\.{extension}$"));

void ExpectFiles(string package, params string[] expected)
{
    using ZipArchive zip = ZipFile.OpenRead(package);
    string[] found =
    [
        .. zip.Entries.Select(entry => entry.FullName)
            .Where(name => !Regex.IsMatch(name, @"^(_rels/|package/|\[Content_Types\]\.xml$)"))
            .Order(),
    ];
    Expect(found.SequenceEqual(expected.Order()), $"{Path.GetFileName(package)} contains {string.Join(", ", found)}");
}

static MemoryStream Bytes(string package, string name)
{
    using ZipArchive zip = ZipFile.OpenRead(package);
    using Stream entry = zip.GetEntry(name)!.Open();
    MemoryStream bytes = new();
    entry.CopyTo(bytes);
    bytes.Position = 0;
    return bytes;
}

static string Read(string package, string name) => new StreamReader(Bytes(package, name)).ReadToEnd();

static IEnumerable<XElement> Elements(XElement nuspec, string name) =>
    nuspec.Descendants().Where(element => element.Name.LocalName == name);

static string ValueOf(XElement nuspec, string name) => Elements(nuspec, name).FirstOrDefault()?.Value ?? "";

void Expect(bool isSo, string problem)
{
    if (!isSo)
        problems.Add(problem);
}
