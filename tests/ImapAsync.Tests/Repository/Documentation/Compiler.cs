using System.Diagnostics;
using System.Runtime.InteropServices;

namespace ImapAsync.Tests.Repository;

/// <summary>The compiler of the SDK that runs the tests, with the references of the tests.</summary>
internal static class Compiler
{
    private const string ImplicitUsings =
        "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;";

    /// <summary>Compiles a file as the SDK would, in a project with implicit usings and nullable types.</summary>
    /// <returns>The compiler's complaints; empty if there are none.</returns>
    public static async Task<string> CompileAsync(string code, bool isProgram, CancellationToken cancellationToken)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("imapasync-docs-");
        try
        {
            string source = Path.Combine(folder.FullName, "Block.cs");
            string usings = Path.Combine(folder.FullName, "Usings.cs");
            string options = Path.Combine(folder.FullName, "options.rsp");
            await File.WriteAllTextAsync(source, code, cancellationToken);
            await File.WriteAllTextAsync(usings, ImplicitUsings, cancellationToken);
            await File.WriteAllLinesAsync(
                options,
                ["-nostdlib", "-nologo", "-nullable:enable", "-langversion:latest", isProgram ? "-target:exe" : "-target:library",
                    $"-out:\"{Path.Combine(folder.FullName, "Block.dll")}\"", .. References.Select(path => $"-r:\"{path}\""), $"\"{source}\"", $"\"{usings}\""],
                cancellationToken);
            return await RunAsync(options, cancellationToken);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static IEnumerable<string> References =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => !Path.GetFileName(path).Equals("ImapAsync.Tests.dll", StringComparison.Ordinal));

    private static async Task<string> RunAsync(string options, CancellationToken cancellationToken)
    {
        // shared/Microsoft.NETCore.App/10.0.x is three folders below the host.
        string root = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
        string sdk = Directory.GetDirectories(Path.Combine(root, "sdk"), "10.*").Order(StringComparer.Ordinal).Last();
        using Process compiler = Process.Start(new ProcessStartInfo(Path.Combine(root, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"))
        {
            ArgumentList = { Path.Combine(sdk, "Roslyn", "bincore", "csc.dll"), "-noconfig", "@" + options },
            RedirectStandardOutput = true,
            UseShellExecute = false,
        })!;
        string output = await compiler.StandardOutput.ReadToEndAsync(cancellationToken);
        await compiler.WaitForExitAsync(cancellationToken);
        return compiler.ExitCode == 0 && output.Length == 0 ? "" : $"exit code {compiler.ExitCode}\n{output}";
    }
}
