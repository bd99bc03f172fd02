namespace Bulwark.Workbench.Tests.Rules;

/// <summary>Fails with every violation of a rule at once, so that one run is enough to mend them all.</summary>
internal static class Violations
{
    public static void AssertNone(IEnumerable<string> violations, string rule)
    {
        var found = violations.ToList();
        if (found.Count > 0) Assert.Fail($"{rule}{Environment.NewLine}{found.Count} in breach:{Environment.NewLine}  {string.Join(Environment.NewLine + "  ", found)}");
    }
}
