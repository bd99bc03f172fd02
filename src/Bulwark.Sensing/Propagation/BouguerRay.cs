using Bulwark.Core.Earth;

namespace Bulwark.Sensing.Propagation;

/// <summary>A ray by its invariant C = n r cos(elevation); integrates over height (see <see cref="RayTrace"/>).</summary>
internal sealed class BouguerRay
{
    private const double DeepestM = -100_000;
    private readonly IRefractivityProfile _profile;
    private readonly double _earthRadiusM;
    private readonly double _startRadiusM;
    private readonly double _startHeightM;
    private readonly double _startExcess;
    private readonly double _startElevationRad;
    private readonly double _invariantM;

    /// <summary>n r - C at the start, without cancellation.</summary>
    private readonly double _startDifferenceM;

    public BouguerRay(IRefractivityProfile profile, double startHeightM, double elevationRad, double earthRadiusM)
    {
        ArgumentNullException.ThrowIfNull(profile);
        if (!(startHeightM > -10_000) || !double.IsFinite(startHeightM)) throw new ArgumentOutOfRangeException(nameof(startHeightM), startHeightM, "A ray starts above -10 km.");
        if (!(Math.Abs(elevationRad) <= 0.5 * Math.PI)) throw new ArgumentOutOfRangeException(nameof(elevationRad), elevationRad, "Elevations are between -π/2 and π/2.");
        if (!(earthRadiusM > 2 * -DeepestM)) throw new ArgumentOutOfRangeException(nameof(earthRadiusM), earthRadiusM, "The radius of the Earth exceeds 200 km.");
        _profile = profile;
        _earthRadiusM = earthRadiusM;
        _startHeightM = startHeightM;
        _startRadiusM = earthRadiusM + startHeightM;
        _startElevationRad = elevationRad;
        _startExcess = profile.ExcessRatio(startHeightM);
        var optical = _startRadiusM * (1 + _startExcess);
        _invariantM = optical * Math.Cos(elevationRad);
        var half = Math.Sin(0.5 * elevationRad);
        _startDifferenceM = 2 * optical * half * half;
    }

    /// <summary>n r - C at a height: positive where the ray can be.</summary>
    private double DifferenceM(double heightM, double excess) =>
        _startDifferenceM + (heightM - _startHeightM) + ((_earthRadiusM + heightM) * excess) - (_startRadiusM * _startExcess);

    private double DifferenceM(double heightM) => DifferenceM(heightM, _profile.ExcessRatio(heightM));

    public bool TryLegs(double endHeightM, out RayLegs legs)
    {
        if (!(endHeightM > -10_000) || !double.IsFinite(endHeightM)) throw new ArgumentOutOfRangeException(nameof(endHeightM), endHeightM, "A ray ends above -10 km.");
        if (_startElevationRad >= 0)
        {
            legs = new RayLegs([new RayLeg(_startHeightM, endHeightM, 1, IsLevelBelow: false)], _startHeightM, EndsUpward: true);
            return endHeightM >= _startHeightM && (endHeightM == _startHeightM || DifferenceM(endHeightM) > 0);
        }

        if (endHeightM < _startHeightM)
        {
            legs = new RayLegs([new RayLeg(endHeightM, _startHeightM, 1, IsLevelBelow: false)], endHeightM, EndsUpward: false);
            return DifferenceM(endHeightM) >= 0;
        }

        var turningM = TurningHeightM();
        legs = new RayLegs(
            [new RayLeg(turningM, _startHeightM, 2, IsLevelBelow: true), new RayLeg(_startHeightM, endHeightM, 1, IsLevelBelow: false)],
            turningM,
            EndsUpward: true);
        return turningM > DeepestM;
    }

    /// <summary>Height at which a descending ray is level.</summary>
    private double TurningHeightM()
    {
        double high = _startHeightM, low = _startHeightM - Math.Max(1, 2 * _startDifferenceM);
        while (DifferenceM(low) > 0)
        {
            low = _startHeightM - (2 * (_startHeightM - low));
            if (low < DeepestM) return low;
        }

        while (high - low > 1e-9 * Math.Max(1, Math.Abs(high)))
        {
            var middle = 0.5 * (low + high);
            if (middle <= low || middle >= high) break;
            if (DifferenceM(middle) > 0) high = middle;
            else low = middle;
        }

        return high;
    }

    /// <summary>Adds the part of the ray between two heights, times its number.</summary>
    /// <param name="lowM">Lower end, metres.</param>
    /// <param name="highM">Upper end, metres.</param>
    /// <param name="times">How often the ray runs through it.</param>
    /// <param name="isLevelBelow">The ray is level at the lower end.</param>
    /// <param name="panels">Number of panels of the quadrature.</param>
    /// <param name="sums">What is added to.</param>
    /// <param name="perM">Specific attenuation, dB/m, by height, or none.</param>
    public void Integrate(double lowM, double highM, int times, bool isLevelBelow, int panels, ref RaySums sums, Func<double, double>? perM = null)
    {
        if (highM <= lowM) return;
        var (nodes, weights) = GaussLegendre.Rule;
        var slope = Slope(lowM);

        // At a level point the difference is zero; what is left of it there is the error of the height, which counts as its root.
        var residualM = isLevelBelow ? DifferenceM(lowM) : 0;
        var offsetM = isLevelBelow ? 0 : Math.Max(0, DifferenceM(lowM)) / slope;
        double first = Math.Sqrt(offsetM), last = Math.Sqrt(offsetM + (highM - lowM));
        var half = 0.5 * (last - first) / panels;
        for (var panel = 0; panel < panels; panel++)
        {
            var centre = first + (((2 * panel) + 1) * half);
            for (var i = 0; i < nodes.Length; i++)
            {
                // q² = height above the (virtual) level point, so that dh = 2 q dq cancels the root of the difference.
                var q = centre + (half * nodes[i]);
                var heightM = lowM + ((q - first) * (q + first));
                var excess = _profile.ExcessRatio(heightM);
                var radiusM = _earthRadiusM + heightM;
                var optical = radiusM * (1 + excess);

                // Within a centimetre of the level point the linear term is exact and the difference is rounding noise.
                var difference = q * q < 0.01 ? slope * q * q : DifferenceM(heightM, excess) - residualM;
                if (!(difference > 0)) throw new ArgumentOutOfRangeException(nameof(highM), highM, "A duct traps the ray.");
                var weight = times * weights[i] * half * 2 * q / Math.Sqrt(difference * (optical + _invariantM));
                sums.LengthM += weight * optical;
                sums.PropagatedRangeM += weight * optical * (1 + excess);
                sums.CentralAngleRad += weight * _invariantM / radiusM;
                if (perM is not null) sums.Attenuation += weight * optical * perM(heightM);
            }
        }
    }

    /// <summary>Adds the parts of the legs between two heights.</summary>
    public void Integrate(in RayLegs legs, double baseM, double topM, int panels, ref RaySums sums, Func<double, double>? perM = null)
    {
        foreach (var leg in legs.List)
            Integrate(Math.Max(leg.LowM, baseM), Math.Min(leg.HighM, topM), leg.Times, leg.IsLevelBelow && baseM <= leg.LowM, panels, ref sums, perM);
    }

    public RefractedPath Finish(double endHeightM, in RayLegs legs, in RaySums sums)
    {
        var endRadiusM = _earthRadiusM + endHeightM;
        var half = Math.Sin(0.5 * sums.CentralAngleRad);
        var rise = endHeightM - _startHeightM;
        var optical = endRadiusM * (1 + _profile.ExcessRatio(endHeightM));
        var arrival = Math.Acos(Math.Clamp(_invariantM / optical, -1, 1));
        return new RefractedPath(
            sums.PropagatedRangeM,
            sums.LengthM,
            Math.Sqrt((rise * rise) + (4 * _startRadiusM * endRadiusM * half * half)),
            Math.Atan2(rise - (2 * endRadiusM * half * half), endRadiusM * Math.Sin(sums.CentralAngleRad)),
            sums.CentralAngleRad,
            legs.EndsUpward ? arrival : -arrival,
            legs.LowestHeightM);
    }

    // d(n r)/dr at a height; only the spacing of the nodes depends on it.
    private double Slope(double heightM)
    {
        const double StepM = 1;
        var slope = (DifferenceM(heightM + StepM) - DifferenceM(heightM)) / StepM;
        return slope > 0.05 ? slope : 1;
    }
}
