using Bulwark.Core.Earth;
using Bulwark.Core.Numerics;

namespace Bulwark.Sensing.Propagation;

/// <summary>
/// Gas attenuation from the surface through the whole atmosphere by equivalent heights. Source: Recommendation ITU-R P.676-13 (2022), annex 2,
/// section 1 (oxygen: instantaneous values) and section 2.1 (water vapour: equivalent height).
/// </summary>
/// <remarks>
/// Validity: elevations of 5 to 90 degrees, surface values at the place; 1 to 100 GHz here (the Recommendation's table goes on to 350 GHz).
/// Near the oxygen lines, 50 to 70 GHz, it is for the tabulated frequencies. Otherwise take <see cref="SlantPath"/>.
/// </remarks>
public static class SlantPathApproximation
{
    private static readonly double[][] Heights = EmbeddedTable.Read(typeof(SlantPathApproximation).Assembly, "p676_oxygen_heights.csv");

    /// <summary>Gas attenuation one way through the whole atmosphere, dB.</summary>
    /// <param name="frequencyHz">Frequency, hertz, 1 to 100 GHz.</param>
    /// <param name="elevationRad">Elevation, radians, 5 to 90 degrees.</param>
    /// <param name="surface">Air at the surface.</param>
    /// <exception cref="ArgumentOutOfRangeException">The frequency or the elevation is outside its range.</exception>
    public static double GasDb(double frequencyHz, double elevationRad, in MoistAir surface)
    {
        if (!(elevationRad >= double.DegreesToRadians(5) - 1e-12 && elevationRad <= (0.5 * Math.PI) + 1e-12))
            throw new ArgumentOutOfRangeException(nameof(elevationRad), elevationRad, "The approximation holds from 5 to 90 degrees of elevation.");
        var dryPressurePa = surface.DryPressurePa;
        var oxygen = GasAttenuation.DryAirDbPerM(frequencyHz, dryPressurePa, surface.TemperatureK, surface.VapourDensityKgPerM3);
        var vapour = GasAttenuation.WaterVapourDbPerM(frequencyHz, dryPressurePa, surface.TemperatureK, surface.VapourDensityKgPerM3);
        return ((oxygen * OxygenHeightM(frequencyHz, surface)) + (vapour * VapourHeightM(frequencyHz))) / Math.Sin(elevationRad);
    }

    /// <summary>Equivalent height of oxygen, h = a + bT + cP + dρ, metres; linear in the frequency between the table's lines.</summary>
    /// <param name="frequencyHz">Frequency, hertz, 1 to 100 GHz.</param>
    /// <param name="surface">Air at the surface.</param>
    /// <exception cref="ArgumentOutOfRangeException">The frequency is outside its range.</exception>
    public static double OxygenHeightM(double frequencyHz, in MoistAir surface)
    {
        if (!(frequencyHz is >= 1e9 and <= 100e9)) throw new ArgumentOutOfRangeException(nameof(frequencyHz), frequencyHz, "The table holds 1 to 100 GHz.");
        var position = ((frequencyHz / 1e9) - Heights[0][0]) * 2;
        var index = Math.Min((int)position, Heights.Length - 2);
        var share = position - index;
        return 1000 * ((HeightKm(Heights[index], surface) * (1 - share)) + (HeightKm(Heights[index + 1], surface) * share));
    }

    /// <summary>Equivalent height of water vapour, metres.</summary>
    /// <param name="frequencyHz">Frequency, hertz, 1 to 350 GHz.</param>
    public static double VapourHeightM(double frequencyHz)
    {
        var f = frequencyHz / 1e9;
        return 1000 * ((5.6585e-5 * f) + 1.8348 + Line(f, 22.235080, 2.6846, 2.7649) + Line(f, 183.310087, 5.8905, 4.9219) + Line(f, 325.152888, 2.9810, 3.0748));
    }

    private static double HeightKm(double[] row, in MoistAir surface) =>
        row[1] + (row[2] * surface.TemperatureK) + (row[3] * surface.PressurePa / 100) + (row[4] * 1000 * surface.VapourDensityKgPerM3);

    private static double Line(double f, double centre, double a, double b) => a / (((f - centre) * (f - centre)) + b);
}
