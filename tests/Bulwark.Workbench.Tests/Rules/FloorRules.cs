using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;

namespace Bulwark.Workbench.Tests.Rules;

/// <summary>Five floors: references point down only, and projects of one floor never see each other.</summary>
public class FloorRules
{
    private static readonly Dictionary<string, int> Floors = new(StringComparer.Ordinal)
    {
        ["Bulwark.Core"] = 0,
        ["Bulwark.Sensing"] = 1,
        ["Bulwark.Tracking"] = 1,
        ["Bulwark.Flight"] = 1,
        ["Bulwark.Operations"] = 1,
        ["Bulwark.Simulation"] = 2,
        ["Bulwark.Studies"] = 3,
        ["Bulwark.Formats"] = 3,
        ["Bulwark.Cli"] = 4,
        ["Bulwark.Web"] = 4,
    };

    [Fact]
    public void EveryProjectHasAFloor() =>
        Violations.AssertNone(Repository.Projects.Where(static project => !Floors.ContainsKey(project)), "A new project needs a floor in this table and in docs/architecture.md.");

    [Fact]
    public void ProjectFilesReferenceDownwardsOnly() =>
        Violations.AssertNone(
            from project in Repository.Projects
            from reference in XDocument.Load(Repository.ProjectFile(project)).Descendants("ProjectReference")
            let target = Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/'))
            where !MaySee(project, target)
            select $"{project} references {target}",
            "A project references only projects of lower floors.");

    [Fact]
    public void AssembliesReferenceDownwardsOnly() =>
        Violations.AssertNone(
            from project in Repository.Projects
            from target in References(project)
            where target.StartsWith("Bulwark.", StringComparison.Ordinal) && !MaySee(project, target)
            select $"{project} uses {target}",
            "An assembly uses only assemblies of lower floors (a reference may have come through another project).");

    [Fact]
    public void TheCommandLineReachesEveryRoom()
    {
        // Guards the tests above: if nothing were found, nothing could be in breach.
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var open = new Queue<string>(["Bulwark.Cli"]);
        while (open.TryDequeue(out var project))
        {
            foreach (var reference in XDocument.Load(Repository.ProjectFile(project)).Descendants("ProjectReference"))
            {
                var target = Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/'));
                if (reached.Add(target)) open.Enqueue(target);
            }
        }

        Assert.Superset(Repository.Libraries.ToHashSet(StringComparer.Ordinal), reached);
    }

    private static bool MaySee(string from, string to) => Floors.TryGetValue(from, out var upper) && Floors.TryGetValue(to, out var lower) && lower < upper;

    private static List<string> References(string project)
    {
        using var file = new PEReader(File.OpenRead(Repository.AssemblyFile(project)));
        var metadata = file.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))];
    }
}
