using Bulwark.Core.Numerics;

namespace Bulwark.Core.Earth;

/// <summary>
/// The reference atmospheres for radio-wave propagation: temperature, pressure and water vapour to 100 km. Immutable; safe for any number
/// of threads. Source: Recommendation ITU-R P.835-6 (2017), annex 1.
/// </summary>
/// <remarks>
/// Validity: geometric heights of 0 to 100 km. Between -1 km and 0 the lowest formula is continued, further down its value is held;
/// above 100 km there is no air. The seasonal temperature and pressure fits jump by up to 0.5 K and a few per mille where two formulas
/// meet; that is the Recommendation's.
/// </remarks>
public sealed class ReferenceAtmosphere : IRefractivityProfile
{
    private const double LowestHeightM = -1000;
    private const double TopHeightM = 100_000;
    private const double HydrostaticKPerKm = 34.1632;
    private const double EarthRadiusKm = 6356.766;

    private static readonly double[][] MeanLayers = EmbeddedTable.Read(typeof(ReferenceAtmosphere).Assembly, "p835_mean_layers.csv");
    private static readonly double[][] Seasons = EmbeddedTable.Read(typeof(ReferenceAtmosphere).Assembly, "p835_seasons.csv");

    private readonly SeasonFormula[] _temperature;
    private readonly SeasonFormula[] _pressure;
    private readonly SeasonFormula[] _vapour;
    private readonly double _surfaceVapourKgPerM3;
    private readonly double _vapourScaleHeightM;
    private readonly double _leastMixingRatio;

    /// <summary>Chooses the atmosphere.</summary>
    /// <param name="climate">Which of the six.</param>
    /// <exception cref="ArgumentOutOfRangeException">No such atmosphere.</exception>
    public ReferenceAtmosphere(ReferenceClimate climate)
        : this(climate, 7.5e-3, 2000, 2e-6)
    {
    }

    private ReferenceAtmosphere(ReferenceClimate climate, double surfaceVapourKgPerM3, double vapourScaleHeightM, double leastMixingRatio)
    {
        if (climate is < ReferenceClimate.MeanGlobal or > ReferenceClimate.HighLatitudeWinter)
            throw new ArgumentOutOfRangeException(nameof(climate), climate, "There are six reference atmospheres.");
        Climate = climate;
        _surfaceVapourKgPerM3 = surfaceVapourKgPerM3;
        _vapourScaleHeightM = vapourScaleHeightM;
        _leastMixingRatio = leastMixingRatio;
        _temperature = SeasonFormula.Read(Seasons, (int)climate, 0);
        _pressure = SeasonFormula.Read(Seasons, (int)climate, 1);
        _vapour = SeasonFormula.Read(Seasons, (int)climate, 2);
    }

    /// <summary>The mean annual global atmosphere as the Recommendation has it: 7.5 g/m³ of vapour at the surface, 2 km scale height.</summary>
    public static ReferenceAtmosphere MeanGlobal { get; } = new(ReferenceClimate.MeanGlobal);

    /// <summary>Which of the six.</summary>
    public ReferenceClimate Climate { get; }

    /// <summary>The mean annual global atmosphere with water vapour of one's own (sections 1.2 and 1.3).</summary>
    /// <param name="surfaceVapourDensityKgPerM3">Water vapour density at the surface, kg/m³, not negative.</param>
    /// <param name="vapourScaleHeightM">Height in which it falls to 1/e, metres, positive.</param>
    /// <param name="leastMixingRatio">Where the exponential gives less, the ratio of vapour to total pressure stays at this value; the Recommendation's is 2e-6, zero switches it off.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    public static ReferenceAtmosphere WithVapour(double surfaceVapourDensityKgPerM3, double vapourScaleHeightM = 2000, double leastMixingRatio = 2e-6)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(surfaceVapourDensityKgPerM3);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(vapourScaleHeightM);
        ArgumentOutOfRangeException.ThrowIfNegative(leastMixingRatio);
        return new ReferenceAtmosphere(ReferenceClimate.MeanGlobal, surfaceVapourDensityKgPerM3, vapourScaleHeightM, leastMixingRatio);
    }

    /// <summary>The atmosphere that the Recommendation assigns to a latitude: below 22 degrees, to 45 degrees, and above.</summary>
    /// <param name="latitudeRad">Latitude, radians, north or south.</param>
    /// <param name="isSummer">Whether it is summer there.</param>
    public static ReferenceAtmosphere ForLatitude(double latitudeRad, bool isSummer)
    {
        var climate = double.RadiansToDegrees(Math.Abs(latitudeRad)) switch
        {
            < 22 => ReferenceClimate.LowLatitude,
            <= 45 => isSummer ? ReferenceClimate.MidLatitudeSummer : ReferenceClimate.MidLatitudeWinter,
            _ => isSummer ? ReferenceClimate.HighLatitudeSummer : ReferenceClimate.HighLatitudeWinter,
        };
        return new ReferenceAtmosphere(climate);
    }

    /// <summary>The air at a height.</summary>
    /// <param name="heightM">Geometric height above sea level, metres.</param>
    public MoistAir At(double heightM)
    {
        var heightKm = Math.Clamp(heightM, LowestHeightM, TopHeightM) / 1000;
        if (Climate != ReferenceClimate.MeanGlobal)
        {
            var temperatureK = SeasonFormula.Evaluate(_temperature, heightKm);
            return heightM > TopHeightM
                ? new MoistAir(temperatureK, 0, 0)
                : new MoistAir(temperatureK, 100 * SeasonFormula.Evaluate(_pressure, heightKm), 1e-3 * SeasonFormula.Evaluate(_vapour, heightKm));
        }

        var (meanTemperatureK, meanPressurePa) = heightKm < 86 ? Lower(heightKm) : Upper(heightKm);
        if (heightM > TopHeightM) return new MoistAir(meanTemperatureK, 0, 0);
        var vapour = _surfaceVapourKgPerM3 * Math.Exp(-1000 * heightKm / _vapourScaleHeightM);
        if (_surfaceVapourKgPerM3 > 0) vapour = Math.Max(vapour, Math.Min(_surfaceVapourKgPerM3, _leastMixingRatio * meanPressurePa * (216.7e-5 / meanTemperatureK)));
        return new MoistAir(meanTemperatureK, meanPressurePa, vapour);
    }

    /// <summary>Excess of the refractive index over one at a height (Recommendation ITU-R P.453 on the air of this atmosphere).</summary>
    /// <param name="heightM">Geometric height above sea level, metres.</param>
    public double ExcessRatio(double heightM)
    {
        var air = At(heightM);
        return Refractivity.ExcessRatio(air);
    }

    private static (double TemperatureK, double PressurePa) Lower(double heightKm)
    {
        var geopotentialKm = EarthRadiusKm * heightKm / (EarthRadiusKm + heightKm);
        var index = MeanLayers.Length - 1;
        while (index > 0 && geopotentialKm <= MeanLayers[index][0]) index--;
        var layer = MeanLayers[index];
        var rise = geopotentialKm - layer[0];
        var temperatureK = layer[1] + (layer[2] * rise);
        var ratio = layer[2] == 0 ? Math.Exp(-HydrostaticKPerKm * rise / layer[1]) : Math.Pow(layer[1] / temperatureK, HydrostaticKPerKm / layer[2]);
        return (temperatureK, 100 * layer[3] * ratio);
    }

    private static (double TemperatureK, double PressurePa) Upper(double heightKm)
    {
        var share = (heightKm - 91) / 19.9429;
        var temperatureK = heightKm <= 91 ? 186.8673 : 263.1905 - (76.3232 * Math.Sqrt(1 - (share * share)));
        var logarithm = 95.571899 + (heightKm * (-4.011801 + (heightKm * (6.424731e-2 + (heightKm * (-4.789660e-4 + (heightKm * 1.340543e-6)))))));
        return (temperatureK, 100 * Math.Exp(logarithm));
    }
}
