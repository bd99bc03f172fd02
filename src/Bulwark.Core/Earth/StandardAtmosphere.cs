using Bulwark.Core.Numerics;

namespace Bulwark.Core.Earth;

/// <summary>
/// The US Standard Atmosphere 1976 from -5 km to 1000 km of geometric height; above 86 km it is <see cref="UpperAtmosphere"/>.
/// Source: NOAA-S/T 76-1562 (1976), equations 17 and 18 (gravity, geopotential), 23 (temperature), 33a and 33b (pressure), 42 (density), 50 (sound) and 51 (viscosity).
/// </summary>
/// <remarks>
/// Validity: -5 to 1000 km. Below -5 km the lowest layer is continued with its gradient down to -10 km and unchanged beyond; above 1000 km
/// pressure and density go on falling as they do there, which serves only to let a trajectory fade into space. At 86 km, where the two parts
/// of the standard meet, pressure and density step by some 1e-5, as their constants leave it.
/// Geometric height is what the rest of the workbench means by height; the standard's layers are in geopotential height.
/// </remarks>
public static class StandardAtmosphere
{
    /// <summary>Greatest geometric height of the standard's lower part, in which the air is mixed, metres.</summary>
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
        if (heightM > MaximumHeightM) return UpperAtmosphere.At(heightM);
        var geopotentialM = GeopotentialHeightM(Math.Max(heightM, LowestHeightM));
        var layer = Layer(geopotentialM);
        var molecularTemperatureK = BaseTemperatureK[layer] + (GradientKPerM[layer] * (geopotentialM - BaseHeightM[layer]));
        var pressurePa = Pressure(layer, geopotentialM, molecularTemperatureK);
        return new AtmosphereState(
            molecularTemperatureK * MolecularWeight(heightM),
            pressurePa,
            pressurePa / (GasConstantPerMolarMass * molecularTemperatureK),
            Math.Sqrt(HeatCapacityRatio * GasConstantPerMolarMass * molecularTemperatureK));
    }

    /// <summary>Gravity of the standard at a height, g₀(r₀/(r₀ + Z))² (equation 17), m/s². For the Earth's own gravity see <see cref="Gravity"/>.</summary>
    /// <param name="heightM">Geometric height, metres.</param>
    public static double GravityMPerS2(double heightM)
    {
        var ratio = EarthRadiusM / (EarthRadiusM + heightM);
        return StandardGravityMPerS2 * ratio * ratio;
    }

    /// <summary>Dynamic viscosity of air by Sutherland's law, βT^1.5/(T + S) (equation 51; ICAO Doc 7488/3, equation 14), pascal seconds.</summary>
    /// <param name="temperatureK">Temperature, kelvin; the law fails in very hot, very cold and, above some 86 km, very thin air.</param>
    public static double DynamicViscosityPaS(double temperatureK)
    {
        const double BetaPaSPerRootK = 1.458e-6;
        const double SutherlandK = 110.4;
        return BetaPaSPerRootK * temperatureK * Math.Sqrt(temperatureK) / (temperatureK + SutherlandK);
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
