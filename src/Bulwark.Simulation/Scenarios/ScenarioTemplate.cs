using System.Text;

namespace Bulwark.Simulation.Scenarios;

/// <summary>The commented files that people start from.</summary>
public static class ScenarioTemplate
{
    /// <summary>The text of a scenario. It reads without problems against the built-in catalogue.</summary>
    public static string Text => Read("templates/scenario.yaml");

    /// <summary>The text of a file that scenarios include.</summary>
    public static string PartText => Read("templates/scenario-part.yaml");

    /// <summary>The text of a doctrine.</summary>
    public static string DoctrineText => Read("templates/doctrine.yaml");

    private static string Read(string resource)
    {
        using var stream = typeof(ScenarioTemplate).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"the resource '{resource}' is missing from the library");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
