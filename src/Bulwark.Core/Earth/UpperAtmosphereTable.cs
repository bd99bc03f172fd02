namespace Bulwark.Core.Earth;

/// <summary>Pressure and density of <see cref="UpperAtmosphere"/>, integrated once. Immutable.</summary>
internal sealed class UpperAtmosphereTable
{
    private const double FineM = 100;
    private const double CoarseM = 250;
    private const double CoarseFromM = 150_000;
    private const double HydrogenAtM = 500_000;
    private const double GasConstant = 8314.32;
    private const double Avogadro = 6.022169e26;
    private const int Fine = 640;
    private const int Places = Fine + 3400 + 1;
    private const int HydrogenPlace = Fine + 1400;

    // Logarithms of pressure, Pa, and density, kg/m³.
    private readonly double[] _pressure = new double[Places];
    private readonly double[] _density = new double[Places];

    /// <summary>Integrates.</summary>
    public UpperAtmosphereTable()
    {
        var air = new UpperAtmosphereGases();
        var hydrogenPerM3 = new double[Places];
        var totalPerM3 = new double[Places];
        var massKgPerM3 = new double[Places];
        for (var i = 0; i < Places; i++)
        {
            (totalPerM3[i], massKgPerM3[i]) = air.Sums(UpperTemperature.At(HeightM(i)).ValueK);
            if (i + 1 < Places) air.Climb(HeightM(i), HeightM(i + 1));
        }

        AddHydrogen(hydrogenPerM3, totalPerM3);
        for (var i = 0; i < Places; i++)
        {
            var temperatureK = UpperTemperature.At(HeightM(i)).ValueK;
            _pressure[i] = Math.Log((totalPerM3[i] + hydrogenPerM3[i]) * GasConstant * temperatureK / Avogadro);
            _density[i] = Math.Log(massKgPerM3[i] + (hydrogenPerM3[i] * UpperAtmosphereGases.HydrogenKgPerKmol / Avogadro));
        }
    }

    /// <summary>Pressure, Pa, density, kg/m³, and their ratio, J/kg.</summary>
    /// <param name="heightM">Geometric height, metres, from 86 km.</param>
    public (double PressurePa, double DensityKgPerM3, double RatioJPerKg) At(double heightM)
    {
        var position = heightM < CoarseFromM ? (heightM - UpperAtmosphere.MinimumHeightM) / FineM : Fine + ((heightM - CoarseFromM) / CoarseM);
        if (position >= Places - 1)
        {
            // The ratio is held, so that it stays a number when nothing is left.
            var fall = Math.Exp((position - (Places - 1)) * (_density[^1] - _density[^2]));
            var (pressurePa, densityKgPerM3) = (Math.Exp(_pressure[^1]), Math.Exp(_density[^1]));
            return (pressurePa * fall, densityKgPerM3 * fall, pressurePa / densityKgPerM3);
        }

        var index = (int)position;
        var share = position - index;
        var pressure = Math.Exp(_pressure[index] + (share * (_pressure[index + 1] - _pressure[index])));
        var density = Math.Exp(_density[index] + (share * (_density[index + 1] - _density[index])));
        return (pressure, density, pressure / density);
    }

    private static double HeightM(int place) => place <= Fine ? UpperAtmosphere.MinimumHeightM + (place * FineM) : CoarseFromM + ((place - Fine) * CoarseM);

    // Atomic hydrogen (equations 39 and 40), which the standard begins at 150 km: from its density at 500 km downwards with the escaping flux.
    // Above 500 km the printed densities are those of diffusive equilibrium, without it.
    private static void AddHydrogen(double[] hydrogenPerM3, double[] totalPerM3)
    {
        var reference = UpperTemperature.At(HydrogenAtM).ValueK;
        foreach (var step in (ReadOnlySpan<int>)[-1, 1])
        {
            var (optical, flow) = (0.0, 0.0);
            var before = step < 0 ? Flow(HydrogenPlace, 0) : 0;
            for (var i = HydrogenPlace; i >= Fine && i < Places; i += step)
            {
                if (i != HydrogenPlace)
                {
                    optical += step * UpperAtmosphereGases.HydrogenColumn(Math.Min(HeightM(i), HeightM(i - step)), CoarseM);
                    var now = step < 0 ? Flow(i, optical) : 0;
                    flow += 0.5 * step * CoarseM * (before + now);
                    before = now;
                }

                var warm = Math.Pow(reference / UpperTemperature.At(HeightM(i)).ValueK, UpperAtmosphereGases.HydrogenExponent);
                hydrogenPerM3[i] = (UpperAtmosphereGases.HydrogenPerM3 - flow) * warm * Math.Exp(-optical);
            }
        }

        double Flow(int place, double optical)
        {
            var temperatureK = UpperTemperature.At(HeightM(place)).ValueK;
            return UpperAtmosphereGases.HydrogenFlux(totalPerM3[place], temperatureK) * Math.Pow(temperatureK / reference, UpperAtmosphereGases.HydrogenExponent) * Math.Exp(optical);
        }
    }
}
