using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Bulwark.Workbench.Tests.Rules;

/// <summary>What files look like: short, one public type each, named by their folder, small projects, no path of somebody's machine.</summary>
public partial class SourceRules(ITestOutputHelper output)
{
    private const int LongestFile = 500;
    private const int FileToExplain = 350;
    private const int LongestProject = 30;

    /// <summary>Texts that only a path on somebody's machine holds; written in two parts so that this file is not one of them.</summary>
    private static readonly string[] MachinePaths = ["/ho" + "me/", "/ro" + "ot/", "/wo" + "rk/", "/Us" + "ers/", @"\Us" + @"ers\", "/tm" + "p/"];

    private static readonly string[] TextEndings =
        [".cs", ".csproj", ".props", ".targets", ".md", ".yaml", ".yml", ".json", ".csv", ".txt", ".mjs", ".js", ".html", ".css", ".sh", ".slnx", ".editorconfig", ".config"];

    [Fact]
    public void FilesAreShort()
    {
        Assert.NotEmpty(Repository.SourceFiles);
        var lengths = Repository.SourceFiles.Select(static file => (File: Repository.Relative(file), Lines: File.ReadLines(file).Count())).OrderByDescending(static file => file.Lines).ToList();
        foreach (var (file, lines) in lengths.Where(static file => file.Lines > FileToExplain)) output.WriteLine($"{lines,4} lines, to explain in the review: {file}");
        output.WriteLine($"{lengths.Count} files, median {lengths[lengths.Count / 2].Lines} lines, longest {lengths[0].Lines}");
        Violations.AssertNone(lengths.Where(static file => file.Lines > LongestFile).Select(static file => $"{file.File}: {file.Lines} lines"), $"No source file is longer than {LongestFile} lines.");
    }

    [Fact]
    public void AFileHoldsOnePublicType() =>
        Violations.AssertNone(
            from file in Repository.SourceFiles
            let types = File.ReadLines(file).Count(static line => PublicType().IsMatch(line))
            where types > 1
            select $"{Repository.Relative(file)}: {types} public types",
            "A file holds one public type.");

    [Fact]
    public void NamespacesFollowFolders() =>
        Violations.AssertNone(
            from file in Repository.SourceFiles
            let declared = File.ReadLines(file).Select(static line => Namespace().Match(line)).FirstOrDefault(static match => match.Success)?.Groups["name"].Value
            let folder = Path.GetRelativePath(Path.Combine(Repository.Root, "src"), Path.GetDirectoryName(file)!).Replace('\\', '.').Replace('/', '.')
            where declared is not null && declared != folder
            select $"{Repository.Relative(file)}: {declared} instead of {folder}",
            "A namespace is the path of its folder below src.");

    [Fact]
    public void ProjectFilesAreSmall() =>
        Violations.AssertNone(
            from file in Repository.Files(Repository.Root, "*.csproj")
            let lines = File.ReadLines(file).Count()
            where lines > LongestProject
            select $"{Repository.Relative(file)}: {lines} lines",
            $"A project file has at most {LongestProject} lines: common settings live in eng/*.targets.");

    [Fact]
    public void ProjectsDoNotStateVersionsOfPackages() =>
        Violations.AssertNone(
            from file in Repository.Files(Repository.Root, "*.csproj")
            from package in XDocument.Load(file).Descendants("PackageReference")
            where package.Attribute("Version") is not null || package.Attribute("VersionOverride") is not null
            select $"{Repository.Relative(file)}: {package.Attribute("Include")?.Value}",
            "Versions of packages are stated once, in Directory.Packages.props.");

    [Fact]
    public void NoPathOfAMachineIsWrittenDown() =>
        Violations.AssertNone(
            from file in Repository.Files(Repository.Root, "*")
            where Path.GetFileName(file) != ".git" // a worktree has a file of that name
            where TextEndings.Contains(Path.GetExtension(file)) || Path.GetFileName(file).StartsWith('.') || Path.GetExtension(file).Length == 0
            from line in File.ReadLines(file).Select(static (text, index) => (Text: text, Number: index + 1))
            let path = MachinePaths.FirstOrDefault(path => line.Text.Contains(path, StringComparison.Ordinal))
            where path is not null
            select $"{Repository.Relative(file)}:{line.Number}: {path}",
            "No file names a path of somebody's machine.");

    [GeneratedRegex(@"^public\s+(?:[a-z]+\s+)*(?:class|struct|record|interface|enum|delegate)\b", RegexOptions.None, 1000)]
    private static partial Regex PublicType();

    [GeneratedRegex(@"^namespace\s+(?<name>[\w.]+)", RegexOptions.None, 1000)]
    private static partial Regex Namespace();
}
