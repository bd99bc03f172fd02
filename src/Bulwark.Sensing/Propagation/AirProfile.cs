namespace Bulwark.Sensing.Propagation;

/// <summary>Refractive index and gas attenuation by height, tabulated every 25 m to 100 km for the marching of many rays.</summary>
internal sealed class AirProfile
{
    private const double StepM = 25;
    private const double LowestM = -1000;
    private const int Knots = 4041;

    private readonly double[] _excess = new double[Knots + 1];
    private readonly double[] _gasDbPerM = new double[Knots + 1];

    public AirProfile(PropagationConditions conditions)
    {
        for (var i = 0; i < Knots; i++)
        {
            var heightM = LowestM + (StepM * i);
            _excess[i] = conditions.Atmosphere.ExcessRatio(heightM);
            _gasDbPerM[i] = GasAttenuation.SpecificDbPerM(conditions.FrequencyHz, conditions.Atmosphere.At(heightM));
        }
    }

    /// <summary>n - 1 and its gradient.</summary>
    public (double Excess, double GradientPerM) Refraction(double heightM)
    {
        var index = Position(heightM, out var share);
        var step = _excess[index + 1] - _excess[index];
        return (_excess[index] + (share * step), step / StepM);
    }

    public double GasDbPerM(double heightM)
    {
        var index = Position(heightM, out var share);
        return _gasDbPerM[index] + (share * (_gasDbPerM[index + 1] - _gasDbPerM[index]));
    }

    private static int Position(double heightM, out double share)
    {
        var position = Math.Clamp((heightM - LowestM) / StepM, 0, Knots - 1);
        var index = (int)position;
        share = position - index;
        return index;
    }
}
