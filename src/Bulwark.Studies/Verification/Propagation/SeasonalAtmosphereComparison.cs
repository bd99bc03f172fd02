using Bulwark.Core.Earth;

namespace Bulwark.Studies.Verification.Propagation;

/// <summary><see cref="ReferenceAtmosphere"/> of the seasons against a peer.</summary>
internal sealed class SeasonalAtmosphereComparison : IComparison
{
    /// <inheritdoc />
    public string Table => "itu_p835_seasonal_atmospheres_peer.csv";

    /// <inheritdoc />
    public string Area => "Propagation";

    /// <inheritdoc />
    public string Model => "seasonal reference atmospheres (P.835)";

    /// <inheritdoc />
    public string Source => "ITU-Rpy (P.835-6), a single source";

    /// <inheritdoc />
    public string Rule => "As the row says.";

    /// <inheritdoc />
    public IReadOnlyList<string> Columns => ["atmosphere", "h_km", "T_K", "p_hPa", "rho_water_g_m3", "tolerance"];

    /// <inheritdoc />
    public void Compare(ReferenceRow row, Findings findings)
    {
        var climate = row.Text("atmosphere") switch
        {
            "low_latitude" => ReferenceClimate.LowLatitude,
            "mid_latitude_summer" => ReferenceClimate.MidLatitudeSummer,
            "mid_latitude_winter" => ReferenceClimate.MidLatitudeWinter,
            "high_latitude_summer" => ReferenceClimate.HighLatitudeSummer,
            "high_latitude_winter" => ReferenceClimate.HighLatitudeWinter,
            _ => throw row.Unknown("atmosphere", "low_latitude", "mid_latitude_summer", "mid_latitude_winter", "high_latitude_summer", "high_latitude_winter"),
        };
        var air = new ReferenceAtmosphere(climate).At(1000 * row.Number("h_km", 0, 100));
        var tolerance = row.Tolerance();
        findings.Check("temperature", "K", air.TemperatureK, row.Value("T_K"), tolerance);
        findings.Check("pressure", "hPa", air.PressurePa / 100, row.Value("p_hPa"), tolerance);
        findings.Check("water vapour", "g/m³", 1000 * air.VapourDensityKgPerM3, row.Value("rho_water_g_m3"), tolerance);
    }
}
