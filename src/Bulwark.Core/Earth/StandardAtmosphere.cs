using Bulwark.Core.Numerics;

namespace Bulwark.Core.Earth;

/// <summary>
/// The US Standard Atmosphere 1976 from -5 km to 86 km of geometric height.
/// Source: NOAA-S/T 76-1562 (1976), equations 18 (geopotential), 23 (temperature), 33a and 33b (pressure), 42 (density) and 50 (sound).
/// </summary>
/// <remarks>
/// Validity: -5 to 86 km. Outside, the nearest layer is continued: below -5 km with its gradient down to -10 km and unchanged beyond;
/// above 86 km isothermally (the standard itself is isothermal to 91 km), which serves only to let a trajectory fade into space.
/// Geometric height is what the rest of the workbench means by height; the standard's layers are in geopotential height.
/// </remarks>
public static class StandardAtmosphere
{
    /// <summary>Greatest geometric height the standard's lower part covers, metres.</summary>
    public const double MaximumHeightM = 86_000;

    /// <summary>Standard gravity g₀, m/s².</summary>
    public const double StandardGravityMPerS2 = 9.80665;

    private const double EarthRadiusM = 6_356_766;
    private const double GasConstantPerMolarMass = 8314.32 / 28.9644;
    private const double HeatCapacityRatio = 1.4;
    private const double LowestHeightM = -10_000;

    private static readonly double[] BaseHeightM;
    private static readonly double[] BaseTemperatureK;
    private static readonly double[] GradientKPerM;
    private static readonly double[] BasePressurePa;
    private static readonly double[] MolecularWeightRatio;

    static StandardAtmosphere()
    {
        var assembly = typeof(StandardAtmosphere).Assembly;
        var layers = EmbeddedTable.Read(assembly, "us1976_layers.csv");
        BaseHeightM = Array.ConvertAll(layers, row => row[0]);
        BaseTemperatureK = Array.ConvertAll(layers, row => row[1]);
        GradientKPerM = Array.ConvertAll(layers, row => row[2]);
        MolecularWeightRatio = Array.ConvertAll(EmbeddedTable.Read(assembly, "us1976_molecular_weight.csv"), row => row[1]);
        BasePressurePa = new double[layers.Length];
        BasePressurePa[0] = 101_325;
        for (var i = 1; i < layers.Length; i++) BasePressurePa[i] = Pressure(i - 1, BaseHeightM[i], BaseTemperatureK[i]);
    }

    /// <summary>The air at a geometric height.</summary>
    /// <param name="heightM">Geometric height above sea level, metres.</param>
    public static AtmosphereState At(double heightM)
    {
        var geopotentialM = GeopotentialHeightM(Math.Clamp(heightM, LowestHeightM, MaximumHeightM));
        var layer = Layer(geopotentialM);
        var molecularTemperatureK = BaseTemperatureK[layer] + (GradientKPerM[layer] * (geopotentialM - BaseHeightM[layer]));
        var pressurePa = Pressure(layer, geopotentialM, molecularTemperatureK);
        if (heightM > MaximumHeightM)
        {
            var aboveM = GeopotentialHeightM(heightM) - geopotentialM;
            pressurePa *= Math.Exp(-StandardGravityMPerS2 * aboveM / (GasConstantPerMolarMass * molecularTemperatureK));
        }

        return new AtmosphereState(
            molecularTemperatureK * MolecularWeight(heightM),
            pressurePa,
            pressurePa / (GasConstantPerMolarMass * molecularTemperatureK),
            Math.Sqrt(HeatCapacityRatio * GasConstantPerMolarMass * molecularTemperatureK));
    }

    /// <summary>Geopotential height of a geometric one, H = r₀Z/(r₀ + Z).</summary>
    /// <param name="heightM">Geometric height, metres.</param>
    public static double GeopotentialHeightM(double heightM) => EarthRadiusM * heightM / (EarthRadiusM + heightM);

    /// <summary>Geometric height of a geopotential one, Z = r₀H/(r₀ - H).</summary>
    /// <param name="geopotentialHeightM">Geopotential height, metres.</param>
    public static double GeometricHeightM(double geopotentialHeightM) => EarthRadiusM * geopotentialHeightM / (EarthRadiusM - geopotentialHeightM);

    private static int Layer(double geopotentialM)
    {
        var layer = 0;
        while (layer + 1 < BaseHeightM.Length && geopotentialM >= BaseHeightM[layer + 1]) layer++;
        return layer;
    }

    private static double Pressure(int layer, double geopotentialM, double molecularTemperatureK)
    {
        const double HydrostaticKPerM = StandardGravityMPerS2 / GasConstantPerMolarMass;
        var gradient = GradientKPerM[layer];
        return BasePressurePa[layer] * (gradient == 0
            ? Math.Exp(-HydrostaticKPerM * (geopotentialM - BaseHeightM[layer]) / BaseTemperatureK[layer])
            : Math.Pow(BaseTemperatureK[layer] / molecularTemperatureK, HydrostaticKPerM / gradient));
    }

    private static double MolecularWeight(double heightM)
    {
        if (heightM <= 80_000) return 1;
        var position = Math.Min((heightM - 80_000) / 500, MolecularWeightRatio.Length - 1);
        var index = Math.Min((int)position, MolecularWeightRatio.Length - 2);
        return MolecularWeightRatio[index] + ((position - index) * (MolecularWeightRatio[index + 1] - MolecularWeightRatio[index]));
    }
}
