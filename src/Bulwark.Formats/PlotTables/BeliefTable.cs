using System.Text;
using Bulwark.Formats.Csv;
using Bulwark.Tracking.Estimation;

namespace Bulwark.Formats.PlotTables;

/// <summary>What tracks are believed to be, as a table: <c>beliefs.csv</c> of docs/command-line.md.</summary>
public static class BeliefTable
{
    private static readonly string[] Columns =
    [
        "time_s", "track_id", "class", "class_probability", "neutral_probability",
        "impact_time_s", "impact_lat_deg", "impact_lon_deg", "impact_major_sigma_m", "impact_minor_sigma_m", "impact_major_azimuth_deg",
        "launch_time_s", "launch_lat_deg", "launch_lon_deg", "launch_major_sigma_m", "launch_minor_sigma_m", "launch_major_azimuth_deg",
    ];

    /// <summary>Writes the table.</summary>
    /// <param name="scenario">What the plots meant.</param>
    /// <param name="beliefs">The rows.</param>
    /// <param name="stream">Where to.</param>
    public static void Write(PlotScenario scenario, IEnumerable<TrackBelief> beliefs, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(beliefs);
        using var text = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16, leaveOpen: true);
        var csv = new CsvWriter(text);
        foreach (var column in Columns) csv.Field(column);
        csv.EndRow();
        foreach (var belief in beliefs)
        {
            csv.Field(belief.Scan * scenario.PeriodS, 3);
            csv.Field(belief.TrackId);
            csv.Field(belief.Identity.Likeliest.ToString());
            csv.Field(belief.Identity.ClassProbability(belief.Identity.Likeliest), 4);
            csv.Field(belief.Identity.NeutralProbability, 4);
            Place(csv, belief.Forecast?.Impact);
            Place(csv, belief.Forecast?.Launch);
            csv.EndRow();
        }
    }

    private static void Place(CsvWriter csv, GroundEstimate? place)
    {
        csv.Field(place?.Time.TotalS, 2);
        csv.Field(place?.Point.LatitudeDeg, 6);
        csv.Field(place?.Point.LongitudeDeg, 6);
        csv.Field(place?.SemiMajorSigmaM, 1);
        csv.Field(place?.SemiMinorSigmaM, 1);
        csv.Field(place is { } known ? double.RadiansToDegrees(known.MajorAzimuthRad) : null, 2);
    }
}
