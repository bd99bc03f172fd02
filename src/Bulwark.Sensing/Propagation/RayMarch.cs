namespace Bulwark.Sensing.Propagation;

/// <summary>
/// One ray marched outward by the Runge-Kutta method: dh/ds = sin φ, dφ/ds = cos φ (1/r + n'/n), the loss summed by Simpson's rule.
/// Below the surface it follows the surface, so that tables stay smooth where nothing is seen.
/// </summary>
internal sealed class RayMarch
{
    private const double ShortestStepM = 500;
    private const double StepShare = 0.01;
    private readonly AirProfile _air;
    private readonly PropagationConditions _conditions;
    private readonly double _groundM;
    private double _heightM;
    private double _elevationRad;
    private double _rangeM;

    public RayMarch(AirProfile air, PropagationConditions conditions, double elevationRad)
    {
        _air = air;
        _conditions = conditions;
        _heightM = conditions.AntennaHeightM;
        _elevationRad = elevationRad;
        _groundM = Math.Min(0, conditions.AntennaHeightM);
        Rain = new LayerCrossing(double.NegativeInfinity, conditions.RainTopM);
        Cloud = new LayerCrossing(conditions.CloudBaseM, conditions.CloudTopM);
        Rain.Start(_heightM);
        Cloud.Start(_heightM);
    }

    /// <summary>Two-way gas loss so far, dB.</summary>
    public double GasDb { get; private set; }

    public LayerCrossing Rain { get; }

    public LayerCrossing Cloud { get; }

    /// <summary>Goes on to a range, metres of electrical length.</summary>
    public void To(double rangeM)
    {
        // Far away the ray is high or level, and everything changes slowly along it.
        var steps = Math.Max(1, (int)Math.Ceiling((rangeM - _rangeM) / Math.Max(ShortestStepM, StepShare * _rangeM)));
        var step = (rangeM - _rangeM) / steps;
        for (var i = 0; i < steps; i++) Step(step);
        _rangeM = rangeM;
    }

    private void Step(double rangeStepM)
    {
        var (excess, _) = _air.Refraction(_heightM);
        var s = rangeStepM / (1 + excess);
        var (h1, e1) = Rate(_heightM, _elevationRad);
        var (h2, e2) = Rate(_heightM + (0.5 * s * h1), _elevationRad + (0.5 * s * e1));
        var (h3, e3) = Rate(_heightM + (0.5 * s * h2), _elevationRad + (0.5 * s * e2));
        var (h4, e4) = Rate(_heightM + (s * h3), _elevationRad + (s * e3));
        var nextM = _heightM + (s / 6 * (h1 + (2 * (h2 + h3)) + h4));
        var nextRad = _elevationRad + (s / 6 * (e1 + (2 * (e2 + e3)) + e4));
        if (nextM < _groundM) (nextM, nextRad) = (_groundM, 0);
        var middleM = (0.5 * (_heightM + nextM)) + (s / 8 * (h1 - h4));
        GasDb += s / 3 * (_air.GasDbPerM(_heightM) + (4 * _air.GasDbPerM(middleM)) + _air.GasDbPerM(nextM));
        Rain.Move(_rangeM, rangeStepM, _heightM, nextM);
        Cloud.Move(_rangeM, rangeStepM, _heightM, nextM);
        (_heightM, _elevationRad) = (nextM, nextRad);
        _rangeM += rangeStepM;
    }

    private (double Height, double Elevation) Rate(double heightM, double elevationRad)
    {
        var (excess, gradient) = _air.Refraction(heightM);
        var (sine, cosine) = Math.SinCos(elevationRad);
        return (sine, cosine * ((1 / (_conditions.EarthRadiusM + heightM)) + (gradient / (1 + excess))));
    }
}
