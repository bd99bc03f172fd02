using System.Globalization;
using System.Text.RegularExpressions;
using Bulwark.Sensing.Detection;

namespace Bulwark.Studies.Verification.Radar;

/// <summary>Detection statistics against figures printed in books; the conditions are read from their text.</summary>
internal sealed partial class PublishedDetectionComparison : IComparison
{
    /// <inheritdoc />
    public string Table => "radar_detection_published.csv";

    /// <inheritdoc />
    public string Area => "Detection";

    /// <inheritdoc />
    public string Model => "detection figures printed in books";

    /// <inheritdoc />
    public string Source => "Richards; Principles of Modern Radar; MathWorks";

    /// <inheritdoc />
    public string Rule => "The conditions are read from the text of the row (Pd, Pfa, N, m-of-n; a nonfluctuating target unless it names a Swerling case).";

    /// <inheritdoc />
    public IReadOnlyList<string> Columns => ["quantity", "conditions", "reference_value", "tolerance"];

    /// <inheritdoc />
    public void Compare(ReferenceRow row, Findings findings)
    {
        var reference = row.Value("reference_value");
        var tolerance = row.Tolerance();
        switch (row.Text("quantity"))
        {
            case "required_snr_per_pulse_dB":
                var snr = DetectionStatistics.RequiredSnr(Fluctuation(row), (int)Condition(row, "N", 1, 100_000), Condition(row, "Pfa", 1e-300, 0.999_999), Condition(row, "Pd", 0, 1));
                findings.Check("signal-to-noise ratio", "dB", Decibels.Of(snr), reference, tolerance);
                break;
            case "albersheim_snr_dB":
                var formulaDb = Albersheim.RequiredSnrDb((int)Condition(row, "N", 1, 100_000), Condition(row, "Pfa", 1e-300, 0.999_999), Condition(row, "Pd", 0, 1));
                findings.Check("Albersheim's formula", "dB", formulaDb, reference, tolerance);
                break;
            case "binary_integration_pfa":
                findings.Check("false alarms, m of n", "", Binary(row, Condition(row, "Pfa", 0, 1)), reference, tolerance);
                break;
            case "binary_integration_pd":
                findings.Check("Pd, m of n", "", Binary(row, Condition(row, "Pd", 0, 1)), reference, tolerance);
                break;
            default:
                throw row.Unknown("quantity", "required_snr_per_pulse_dB", "albersheim_snr_dB", "binary_integration_pfa", "binary_integration_pd");
        }
    }

    private static double Binary(ReferenceRow row, double singleLook)
    {
        if (MOfN().Match(row.Text("conditions")) is not { Success: true } rule) throw row.Problem("conditions", $"'{row.Text("conditions")}' has no rule such as 2-of-3");
        var (hits, looks) = (int.Parse(rule.Groups["hits"].Value), int.Parse(rule.Groups["looks"].Value));
        return BinaryIntegration.Probability(hits, looks, singleLook);
    }

    private static SwerlingCase Fluctuation(ReferenceRow row) =>
        Swerling().Match(row.Text("conditions")) is { Success: true } found ? (SwerlingCase)int.Parse(found.Groups["case"].Value) : SwerlingCase.Steady;

    private static double Condition(ReferenceRow row, string name, double least, double most)
    {
        foreach (var part in row.Text("conditions").Split([';', ' ', '='], StringSplitOptions.RemoveEmptyEntries).Index())
        {
            if (part.Item != name) continue;
            var next = row.Text("conditions").Split([';', ' ', '='], StringSplitOptions.RemoveEmptyEntries).ElementAtOrDefault(part.Index + 1);
            if (double.TryParse(next, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most) return value;
        }

        throw row.Problem("conditions", $"'{row.Text("conditions")}' gives no usable {name}; expected '{name} NUMBER' from {least} to {most}");
    }

    [GeneratedRegex(@"\b(?<hits>\d{1,4})-of-(?<looks>\d{1,4})\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MOfN();

    [GeneratedRegex(@"\bSwerling (?<case>[0-4])\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Swerling();
}
