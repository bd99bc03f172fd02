using Bulwark.Core.Earth;

namespace Bulwark.Studies.Verification.Earth;

/// <summary><see cref="StandardAtmosphere"/> against the table of the ICAO standard atmosphere, which is the same below 32 km.</summary>
internal sealed class IcaoAtmosphereComparison : IComparison
{
    /// <inheritdoc />
    public string Table => "atmosphere_icao_table.csv";

    /// <inheritdoc />
    public string Area => "Earth";

    /// <inheritdoc />
    public string Model => "ICAO standard atmosphere";

    /// <inheritdoc />
    public string Source => "ICAO Doc 7488/3";

    /// <inheritdoc />
    public string Rule => "By the altitude that exact_argument names (the other one is rounded in print). Gravity and viscosity are those of the standard: inverse square and Sutherland's law; the geometric height printed beside an exact geopotential one is not used.";

    /// <inheritdoc />
    public IReadOnlyList<string> Columns => ["exact_argument", "z_geometric_m", "h_geopotential_m", "T_K", "p_Pa", "rho_kg_m3", "speed_of_sound_m_s", "tolerance"];

    /// <inheritdoc />
    public void Compare(ReferenceRow row, Findings findings)
    {
        var heightM = row.Text("exact_argument") switch
        {
            "geometric" => row.Number("z_geometric_m", -5000, StandardAtmosphere.MaximumHeightM),
            "geopotential" => StandardAtmosphere.GeometricHeightM(row.Number("h_geopotential_m", -5004, 84_853)),
            _ => throw row.Unknown("exact_argument", "geometric", "geopotential"),
        };
        var air = StandardAtmosphere.At(heightM);
        findings.Check("temperature", "K", air.TemperatureK, row.Value("T_K"), row.Tolerance("T"));
        findings.Check("pressure", "Pa", air.PressurePa, row.Value("p_Pa"), row.Tolerance("p"));
        findings.Check("density", "kg/m³", air.DensityKgPerM3, row.Value("rho_kg_m3"), row.Tolerance("rho"));
        findings.Check("speed of sound", "m/s", air.SpeedOfSoundMPerS, row.Value("speed_of_sound_m_s"), row.Tolerance("a"));
        if (row.Has("g_m_s2")) findings.Check("gravity", "m/s²", StandardAtmosphere.GravityMPerS2(heightM), row.Value("g_m_s2"), row.Tolerance("g"));
        if (row.Has("dynamic_viscosity_Pa_s")) findings.Check("dynamic viscosity", "Pa s", StandardAtmosphere.DynamicViscosityPaS(air.TemperatureK), row.Value("dynamic_viscosity_Pa_s"), row.Tolerance("mu"));
    }
}
