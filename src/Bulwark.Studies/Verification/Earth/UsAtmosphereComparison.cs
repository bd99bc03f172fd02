using Bulwark.Core.Earth;

namespace Bulwark.Studies.Verification.Earth;

/// <summary><see cref="StandardAtmosphere"/> against the printed tables of the standard.</summary>
internal sealed class UsAtmosphereComparison : IComparison
{
    // Above 80 km air is no longer mixed as below; the kinetic temperature is then below the molecular-scale one.
    private const double MixedToM = 80_000;

    /// <inheritdoc />
    public string Table => "atmosphere_us1976.csv";

    /// <inheritdoc />
    public string Area => "Earth";

    /// <inheritdoc />
    public string Model => "US Standard Atmosphere 1976";

    /// <inheritdoc />
    public string Source => "US Standard Atmosphere 1976, Table I";

    /// <inheritdoc />
    public string Rule =>
        "By geometric altitude. Published rows: temperature 0.001 K (0.01 K at 86 km), pressure and density 1e-4 relative or one unit of the last printed digit (the row names both; the printed table cuts some digits instead of rounding); speed of sound 0.01 m/s (two decimals printed). "
        + "Computed rows: 1e-6 relative. Between 80 and 86 km the printed temperature is the molecular-scale one, so it is compared with that of the speed of sound. Rows above 86 km within one unit of the last printed digit or 5e-5, for the printed table, itself a numerical integration, scatters by up to 4e-5 about its own equations (at 110 km); 1e-3 where fewer than four digits are given.";

    /// <inheritdoc />
    public IReadOnlyList<string> Columns => ["z_geometric_m", "h_geopotential_m", "T_K", "p_Pa", "rho_kg_m3", "speed_of_sound_m_s", "kind", "tolerance"];

    /// <inheritdoc />
    public void Compare(ReferenceRow row, Findings findings)
    {
        var heightM = row.Has("z_geometric_m") ? row.Number("z_geometric_m", -5000, 1e6) : StandardAtmosphere.GeometricHeightM(row.Number("h_geopotential_m", -5004, 84_853));
        var air = StandardAtmosphere.At(heightM);
        if (heightM > StandardAtmosphere.MaximumHeightM && row.Kind == "published")
        {
            Upper("temperature, above 86 km", "K", "T_K", air.TemperatureK);
            Upper("pressure, above 86 km", "Pa", "p_Pa", air.PressurePa);
            Upper("density, above 86 km", "kg/m³", "rho_kg_m3", air.DensityKgPerM3);
            return;
        }

        var isPrinted = row.Kind == "published";
        var computed = isPrinted ? default : row.Tolerance();
        var molecularK = air.SpeedOfSoundMPerS * air.SpeedOfSoundMPerS / (1.4 * 8314.32 / 28.9644);
        var temperatureK = isPrinted && heightM is > MixedToM and < StandardAtmosphere.MaximumHeightM ? molecularK : air.TemperatureK;
        if (row.Has("T_K")) findings.Check("temperature", "K", temperatureK, row.Value("T_K"), isPrinted ? Tolerance.Absolute(heightM >= StandardAtmosphere.MaximumHeightM ? 0.01 : 0.001) : computed);
        Printed("pressure", "Pa", "p_Pa", air.PressurePa);
        Printed("density", "kg/m³", "rho_kg_m3", air.DensityKgPerM3);
        if (row.Has("speed_of_sound_m_s")) findings.Check("speed of sound", "m/s", air.SpeedOfSoundMPerS, row.Value("speed_of_sound_m_s"), isPrinted ? Tolerance.Absolute(0.01) : computed);

        void Upper(string quantity, string unit, string column, double found)
        {
            if (!row.Has(column)) return;
            if (row.Value(column) is { LastDigit: > 0 } printed) findings.Check(quantity, unit, found, printed with { LastDigit = 2 * printed.LastDigit }, Tolerance.Relative(5e-5));
            else findings.Check(quantity, unit, found, row.Value(column), Tolerance.Relative(1e-3));
        }

        void Printed(string quantity, string unit, string column, double found)
        {
            if (!row.Has(column)) return;
            // Half the last digit is allowed in any case; twice that is the whole unit.
            var value = row.Value(column);
            if (isPrinted) findings.Check(quantity, unit, found, value with { LastDigit = 2 * value.LastDigit }, Tolerance.Relative(1e-4));
            else findings.Check(quantity, unit, found, value, computed);
        }
    }
}
