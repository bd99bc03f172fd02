using System.Text;

namespace Bulwark.Simulation.Scenarios;

/// <summary>The commented file that people start from.</summary>
public static class ScenarioTemplate
{
    private const string Resource = "templates/scenario.yaml";

    /// <summary>The text of the file. It reads without problems against the built-in catalogue.</summary>
    public static string Text
    {
        get
        {
            using var stream = typeof(ScenarioTemplate).Assembly.GetManifestResourceStream(Resource)
                ?? throw new InvalidOperationException($"the resource '{Resource}' is missing from the library");
            using var reader = new StreamReader(stream, Encoding.UTF8);
            return reader.ReadToEnd();
        }
    }
}
