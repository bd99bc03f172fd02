namespace Bulwark.Workbench.Tests.Rules;

/// <summary>
/// The public surface of every library is written down beside it, so that a review sees every change of it. After a change that is
/// meant, run the test once with BULWARK_UPDATE_API=1 in the environment and commit what it wrote.
/// </summary>
public class PublicApiRules
{
    public static TheoryData<string> Libraries => [.. Repository.Libraries];

    [Theory]
    [MemberData(nameof(Libraries))]
    public void TheSurfaceIsTheOneWrittenDown(string library)
    {
        var file = Path.Combine(Repository.Root, "src", library, "PublicApi.txt");
        var now = PublicApiText.Of(Repository.Load(library));
        if (Environment.GetEnvironmentVariable("BULWARK_UPDATE_API") == "1")
        {
            File.WriteAllText(file, now);
            return;
        }

        var before = File.Exists(file) ? File.ReadAllText(file).ReplaceLineEndings("\n") : "";
        var (newLines, oldLines) = (now.Split('\n'), before.Split('\n'));
        Violations.AssertNone(
            oldLines.Except(newLines, StringComparer.Ordinal).Select(static line => "- " + line).Concat(newLines.Except(oldLines, StringComparer.Ordinal).Select(static line => "+ " + line)),
            $"The public surface of {library} differs from {Repository.Relative(file)}. If it is meant: BULWARK_UPDATE_API=1 dotnet run --project tests/Bulwark.Workbench.Tests -- --filter-class \"*PublicApiRules\"");
        Assert.Equal(before, now);
    }
}
