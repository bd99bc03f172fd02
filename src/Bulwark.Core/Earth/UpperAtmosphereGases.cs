using Bulwark.Core.Numerics;

namespace Bulwark.Core.Earth;

/// <summary>
/// Nitrogen, atomic and molecular oxygen, argon and helium on their way up from 86 km: integrates the logarithms of number density times
/// temperature (US Standard Atmosphere 1976, equations 36 to 38). Holds the state of one integration.
/// </summary>
/// <remarks>
/// As in the standard: the air below 100 km has the mean molar mass of the ground, and above that of nitrogen, except for argon and helium,
/// which come after the others and are given the mean of these.
/// </remarks>
internal sealed class UpperAtmosphereGases
{
    private static readonly double[][] Rows = EmbeddedTable.Read(typeof(UpperAtmosphereGases).Assembly, "us1976_upper_species.csv");

    /// <summary>Molar mass of atomic hydrogen, kg/kmol.</summary>
    public static readonly double HydrogenKgPerKmol = Rows[5][0];

    /// <summary>Its number density at 500 km, per m³.</summary>
    public static readonly double HydrogenPerM3 = Rows[5][1];

    /// <summary>Exponent of the temperature in its profile, 1 + α.</summary>
    public static readonly double HydrogenExponent = 1 + Rows[5][4];

    private const int Nitrogen = 0;
    private const int Oxygen = 1;
    private const int Argon = 3;
    private const int Gases = 5;
    private const double GasConstant = 8314.32;
    private const double Avogadro = 6.022169e26;
    private const double AirKgPerKmol = 28.9644;
    private const double EarthRadiusM = 6_356_766;
    private const double MixedToM = 100_000;
    private const double EscapePerM2S = 7.2e11;
    private const double IceK = 273.15;

    private readonly double[] _logarithms = new double[Gases];
    private readonly double[] _densities = new double[Gases];
    private readonly double[][] _slopes = [new double[Gases], new double[Gases], new double[Gases], new double[Gases]];
    private readonly double[] _trial = new double[Gases];

    /// <summary>Begins at 86 km.</summary>
    public UpperAtmosphereGases()
    {
        var temperatureK = UpperTemperature.At(UpperAtmosphere.MinimumHeightM).ValueK;
        for (var i = 0; i < Gases; i++) _logarithms[i] = Math.Log(Rows[i][1] * temperatureK);
    }

    /// <summary>Number and mass of the molecules in a cubic metre.</summary>
    public (double NumberPerM3, double MassKgPerM3) Sums(double temperatureK)
    {
        var (number, mass) = (0.0, 0.0);
        for (var i = 0; i < Gases; i++)
        {
            var density = Math.Exp(_logarithms[i]) / temperatureK;
            number += density;
            mass += density * Rows[i][0] / Avogadro;
        }

        return (number, mass);
    }

    /// <summary>Goes up one step (Runge and Kutta's fourth order). No step may reach over 100 km, where the mean molar mass jumps.</summary>
    public void Climb(double fromM, double toM)
    {
        var step = toM - fromM;
        var isMixed = toM <= MixedToM;
        Slopes(_slopes[0], _logarithms, fromM, isMixed);
        Slopes(_slopes[1], Trial(0, 0.5 * step), fromM + (0.5 * step), isMixed);
        Slopes(_slopes[2], Trial(1, 0.5 * step), fromM + (0.5 * step), isMixed);
        Slopes(_slopes[3], Trial(2, step), toM, isMixed);
        for (var i = 0; i < Gases; i++) _logarithms[i] += step / 6 * (_slopes[0][i] + (2 * (_slopes[1][i] + _slopes[2][i])) + _slopes[3][i]);
    }

    /// <summary>Hydrogen's ∫ g M/(R T) dZ over a step (Simpson's rule), equation 40.</summary>
    public static double HydrogenColumn(double fromM, double stepM)
    {
        return stepM / 6 * (Weight(fromM) + (4 * Weight(fromM + (0.5 * stepM))) + Weight(fromM + stepM));

        static double Weight(double heightM) => Hydrostatic(heightM, UpperTemperature.At(heightM).ValueK) * HydrogenKgPerKmol;
    }

    /// <summary>Hydrogen's escaping flux over its diffusion coefficient.</summary>
    public static double HydrogenFlux(double numberPerM3, double temperatureK) => EscapePerM2S / Diffusion(Rows[5], numberPerM3, temperatureK);

    private double[] Trial(int slope, double step)
    {
        for (var i = 0; i < Gases; i++) _trial[i] = _logarithms[i] + (step * _slopes[slope][i]);
        return _trial;
    }

    private void Slopes(double[] slopes, double[] logarithms, double heightM, bool isMixed)
    {
        var (temperatureK, gradientKPerM) = UpperTemperature.At(heightM);
        for (var i = 0; i < Gases; i++) _densities[i] = Math.Exp(logarithms[i]) / temperatureK;
        var (number, mass) = (0.0, 0.0);
        for (var i = 0; i < Argon; i++) (number, mass) = (number + _densities[i], mass + (_densities[i] * Rows[i][0]));
        var hydrostatic = Hydrostatic(heightM, temperatureK);
        var eddy = Eddy(heightM);
        slopes[Nitrogen] = -hydrostatic * (isMixed ? AirKgPerKmol : Rows[Nitrogen][0]);
        for (var i = Oxygen; i < Gases; i++)
        {
            var row = Rows[i];
            var meanKgPerKmol = isMixed ? AirKgPerKmol : i < Argon ? Rows[Nitrogen][0] : mass / number;
            var diffusion = Diffusion(row, i < Argon ? _densities[Nitrogen] : number, temperatureK);
            var balance = ((hydrostatic * (row[0] + (meanKgPerKmol * eddy / diffusion))) + (row[4] * gradientKPerM / temperatureK)) * diffusion / (diffusion + eddy);
            slopes[i] = -(balance + Transport(row, heightM));
        }
    }

    // g/(R T), kmol/(kg m).
    private static double Hydrostatic(double heightM, double temperatureK)
    {
        var ratio = EarthRadiusM / (EarthRadiusM + heightM);
        return StandardAtmosphere.StandardGravityMPerS2 * ratio * ratio / (GasConstant * temperatureK);
    }

    // Equation 8.
    private static double Diffusion(double[] row, double numberPerM3, double temperatureK) => row[2] / numberPerM3 * Math.Pow(temperatureK / IceK, row[3]);

    // Equations 7a to 7c of the eddy diffusion, m²/s.
    private static double Eddy(double heightM)
    {
        if (heightM >= 115_000) return 0;
        var aboveKm = (heightM - 95_000) / 1000;
        return aboveKm <= 0 ? 120 : 120 * Math.Exp(1 - (400 / (400 - (aboveKm * aboveKm))));
    }

    // Equation 37, v/(D + K), per metre.
    private static double Transport(double[] row, double heightM)
    {
        var heightKm = heightM / 1000;
        var above = heightKm - row[6];
        var perKm = row[5] * above * above * Math.Exp(-row[7] * above * above * above);
        var below = row[9] - heightKm;
        if (below > 0) perKm += row[8] * below * below * Math.Exp(-row[10] * below * below * below);
        return perKm / 1000;
    }
}
