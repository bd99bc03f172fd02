using Bulwark.Sensing.Propagation;

namespace Bulwark.Studies.Verification.Propagation;

/// <summary><see cref="Lobing"/>'s nulls and peaks against their closed forms.</summary>
internal sealed class LobingComparison : IComparison
{
    /// <inheritdoc />
    public string Table => "radar_lobing_angles.csv";

    /// <inheritdoc />
    public string Area => "Propagation";

    /// <inheritdoc />
    public string Model => "elevations of nulls and peaks over a flat mirror";

    /// <inheritdoc />
    public string Source => "Blake, NRL 7098; Skolnik, closed forms";

    /// <inheritdoc />
    public string Rule => "As the row says.";

    /// <inheritdoc />
    public IReadOnlyList<string> Columns => ["f_Hz", "antenna_height_m", "n", "null_elevation_deg", "peak_elevation_deg", "tolerance"];

    /// <inheritdoc />
    public void Compare(ReferenceRow row, Findings findings)
    {
        var (frequencyHz, heightM, index) = (row.Number("f_Hz", 1, 1e13), row.Number("antenna_height_m", 1e-6, 1e6), row.Integer("n", 0, 1_000_000));
        findings.Check("null", "deg", double.RadiansToDegrees(Lobing.NullElevationRad(frequencyHz, heightM, index)), row.Value("null_elevation_deg"), row.Tolerance());
        findings.Check("peak", "deg", double.RadiansToDegrees(Lobing.PeakElevationRad(frequencyHz, heightM, index)), row.Value("peak_elevation_deg"), row.Tolerance());
    }
}
