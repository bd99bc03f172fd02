using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;

namespace Bulwark.Workbench.Tests.Rules;

/// <summary>
/// Nobody catches everything: a handler names the failures it understands, the rest ends the run with its message and its place.
/// The compiled code and the source are both searched: the compiler adds handlers of its own to asynchronous methods, which the
/// search of the compiled code therefore passes over, and the source shows them without those.
/// </summary>
public partial class CatchRules
{
    /// <summary>Methods or files that may, each with its reason. Empty is best.</summary>
    private static readonly Dictionary<string, string> Allowed = new(StringComparer.Ordinal)
    {
        ["Bulwark.Tracking.Tracks.WorkCrew.Work"] = "whatever a job throws on a helper's thread is thrown again where the jobs were asked for; nothing is kept back",
        ["src/Bulwark.Tracking/Tracks/WorkCrew.cs"] = "the same in the source",
    };

    [Fact]
    public void CompiledCodeCatchesNothingGeneral() =>
        Violations.AssertNone(Repository.Projects.SelectMany(GeneralHandlers).Where(static handler => !Allowed.ContainsKey(handler)), "No handler catches Exception or everything.");

    [Fact]
    public void SourceCatchesNothingGeneral() =>
        Violations.AssertNone(
            from file in Repository.SourceFiles
            let text = File.ReadAllText(file)
            from match in GeneralCatch().Matches(text)
            let place = Repository.Relative(file)
            where !Allowed.ContainsKey(place)
            select $"{place}:{text.AsSpan(0, match.Index).Count('\n') + 1}: {match.Value.Trim()}",
            "No handler catches Exception or everything (one with a 'when' names its failures and is fine).");

    [Theory]
    [InlineData("try { } catch { }", true)]
    [InlineData("catch\n{", true)]
    [InlineData("catch (Exception)\n{", true)]
    [InlineData("catch (System.Exception error) {", true)]
    [InlineData("catch (Exception error) when (error is IOException)", false)]
    [InlineData("catch (IOException) {", false)]
    [InlineData("// nobody may catch that", false)]
    public void TheSearchOfTheSourceKnowsThemApart(string text, bool general) => Assert.Equal(general, GeneralCatch().IsMatch(text));

    [Fact]
    public void TheSearchOfCompiledCodeFindsThem()
    {
        // This assembly holds one on purpose.
        using var file = new PEReader(File.OpenRead(typeof(CatchRules).Assembly.Location));
        Assert.Contains(Handlers(file), static handler => handler.EndsWith(nameof(CatchesEverything), StringComparison.Ordinal));
    }

    internal static bool CatchesEverything(Action action)
    {
        try
        {
            action();
            return false;
        }
        catch (Exception)
        {
            return true;
        }
    }

    private static List<string> GeneralHandlers(string project)
    {
        using var file = new PEReader(File.OpenRead(Repository.AssemblyFile(project)));
        return [.. Handlers(file)];
    }

    private static List<string> Handlers(PEReader file)
    {
        var metadata = file.GetMetadataReader();
        var found = new List<string>();
        foreach (var handle in metadata.MethodDefinitions)
        {
            var method = metadata.GetMethodDefinition(handle);
            if (method.RelativeVirtualAddress == 0) continue;
            var type = metadata.GetTypeDefinition(method.GetDeclaringType());
            if (IsAsyncStateMachine(metadata, type)) continue;
            foreach (var region in file.GetMethodBody(method.RelativeVirtualAddress).ExceptionRegions)
            {
                if (region.Kind == ExceptionRegionKind.Catch && NameOf(metadata, region.CatchType) is "System.Exception" or "System.Object" or "System.SystemException")
                {
                    found.Add($"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}.{metadata.GetString(method.Name)}");
                }
            }
        }

        return found;
    }

    private static bool IsAsyncStateMachine(MetadataReader metadata, TypeDefinition type) =>
        type.GetInterfaceImplementations().Any(handle => NameOf(metadata, metadata.GetInterfaceImplementation(handle).Interface) == "System.Runtime.CompilerServices.IAsyncStateMachine");

    private static string NameOf(MetadataReader metadata, EntityHandle handle)
    {
        switch (handle.Kind)
        {
            case HandleKind.TypeReference:
                var reference = metadata.GetTypeReference((TypeReferenceHandle)handle);
                return $"{metadata.GetString(reference.Namespace)}.{metadata.GetString(reference.Name)}";
            case HandleKind.TypeDefinition:
                var definition = metadata.GetTypeDefinition((TypeDefinitionHandle)handle);
                return $"{metadata.GetString(definition.Namespace)}.{metadata.GetString(definition.Name)}";
            default:
                return $"token {MetadataTokens.GetToken(handle):x8}";
        }
    }

    [GeneratedRegex(@"\bcatch\s*(?:\{|\(\s*(?:System\.)?Exception\b[^)]*\)(?!\s*when\b))", RegexOptions.None, 1000)]
    private static partial Regex GeneralCatch();
}
