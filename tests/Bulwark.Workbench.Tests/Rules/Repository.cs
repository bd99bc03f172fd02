using System.Reflection;
using System.Xml.Linq;

namespace Bulwark.Workbench.Tests.Rules;

/// <summary>The checkout the tests run in: its folders, source files, projects and built assemblies.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static IReadOnlyList<string> SourceFiles { get; } = [.. Files(Path.Combine(Root, "src"), "*.cs")];

    /// <summary>Projects below src, by name ("Bulwark.Core").</summary>
    public static IReadOnlyList<string> Projects { get; } =
        [.. Directory.GetDirectories(Path.Combine(Root, "src")).Select(static folder => Path.GetFileName(folder)!).Where(static name => File.Exists(ProjectFile(name))).Order(StringComparer.Ordinal)];

    public static IReadOnlyList<string> Libraries { get; } =
        [.. Projects.Where(static name => XDocument.Load(ProjectFile(name)).Descendants("BulwarkKind").Any(static kind => kind.Value == "Library"))];

    public static string ProjectFile(string project) => Path.Combine(Root, "src", project, project + ".csproj");

    /// <summary>The built assembly of a project, beside the tests: this project references the top floor and with it all of them.</summary>
    public static string AssemblyFile(string project)
    {
        var name = XDocument.Load(ProjectFile(project)).Descendants("AssemblyName").FirstOrDefault()?.Value ?? project;
        var file = Path.Combine(AppContext.BaseDirectory, name + ".dll");
        return File.Exists(file) ? file : throw new FileNotFoundException($"{project} is not built beside the tests: reference it from the command line or from this test project.", file);
    }

    public static Assembly Load(string project) => Assembly.LoadFrom(AssemblyFile(project));

    public static string Relative(string file) => Path.GetRelativePath(Root, file).Replace('\\', '/');

    /// <summary>Files below a folder, without what builds, runs and tools leave behind.</summary>
    public static IEnumerable<string> Files(string folder, string pattern)
    {
        if (!Directory.Exists(folder)) yield break;
        foreach (var file in Directory.EnumerateFiles(folder, pattern).Order(StringComparer.Ordinal)) yield return file;
        foreach (var below in Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal))
        {
            if (Path.GetFileName(below) is "bin" or "obj" or ".git" or ".vs" or "artifacts" or "results" or "node_modules" or "dist" or "TestResults" or "BenchmarkDotNet.Artifacts") continue;
            foreach (var file in Files(below, pattern)) yield return file;
        }
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Bulwark.slnx"))) folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("no Bulwark.slnx above the test program");
    }
}
