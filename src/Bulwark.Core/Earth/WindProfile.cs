namespace Bulwark.Core.Earth;

/// <summary>
/// A simple wind by height: a power law in the boundary layer, turning with height, and a climatological jet above. Immutable.
/// </summary>
/// <remarks>
/// Sources: the power law with exponent 1/7 over open ground and its range, Stull, An Introduction to Boundary Layer Meteorology (1988),
/// section 9.7, and Justus, Winds and Wind System Performance (1978); the turn of the wind by some 20 degrees in the boundary layer, Stull, section 6.7;
/// the jet at the tropopause, V(h) = V₀ + 30 m/s exp(-((h - 9.4 km)/4.8 km)²), Bufton, Appl. Opt. 12 (1973) 1785, as in Greenwood, J. Opt.
/// Soc. Am. 67 (1977) 390, for middle latitudes. Validity: 0 to 25 km, a mean state without gusts; above, the wind is that of 25 km.
/// </remarks>
public sealed class WindProfile
{
    private const double ReferenceHeightM = 10;
    private const double LowestHeightM = 1;
    private const double HighestHeightM = 25_000;
    private const double JetHeightM = 9400;
    private const double JetDepthM = 4800;

    private readonly double _layerTopSpeedMPerS;

    /// <summary>Chooses the profile.</summary>
    /// <param name="surfaceSpeedMPerS">Wind speed 10 m above the ground, m/s, not negative.</param>
    /// <param name="fromRad">Direction from which the surface wind blows, radians clockwise from north.</param>
    /// <param name="jetSpeedMPerS">Speed that the jet adds at its height, m/s, not negative; the climatological mean is 30.</param>
    /// <param name="exponentRatio">Exponent of the power law, 0 to 0.6: 1/7 open ground, 0.11 sea, 0.3 woods and towns.</param>
    /// <param name="veerRad">Turn of the wind through the boundary layer, radians, clockwise positive (the northern hemisphere's sense).</param>
    /// <param name="layerDepthM">Depth of the boundary layer, metres, 50 to 4000.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    public WindProfile(double surfaceSpeedMPerS, double fromRad, double jetSpeedMPerS = 30, double exponentRatio = 1.0 / 7, double veerRad = 0.35, double layerDepthM = 1000)
    {
        if (!(surfaceSpeedMPerS is >= 0 and <= 100)) throw new ArgumentOutOfRangeException(nameof(surfaceSpeedMPerS), surfaceSpeedMPerS, "The surface wind is 0 to 100 m/s.");
        if (!double.IsFinite(fromRad)) throw new ArgumentOutOfRangeException(nameof(fromRad), fromRad, "The direction is finite.");
        if (!(jetSpeedMPerS is >= 0 and <= 150)) throw new ArgumentOutOfRangeException(nameof(jetSpeedMPerS), jetSpeedMPerS, "The jet is 0 to 150 m/s.");
        if (!(exponentRatio is >= 0 and <= 0.6)) throw new ArgumentOutOfRangeException(nameof(exponentRatio), exponentRatio, "The exponent is 0 to 0.6.");
        if (!double.IsFinite(veerRad)) throw new ArgumentOutOfRangeException(nameof(veerRad), veerRad, "The turn is finite.");
        if (!(layerDepthM is >= 50 and <= 4000)) throw new ArgumentOutOfRangeException(nameof(layerDepthM), layerDepthM, "The boundary layer is 50 to 4000 m deep.");
        SurfaceSpeedMPerS = surfaceSpeedMPerS;
        FromRad = fromRad;
        JetSpeedMPerS = jetSpeedMPerS;
        ExponentRatio = exponentRatio;
        VeerRad = veerRad;
        LayerDepthM = layerDepthM;
        _layerTopSpeedMPerS = PowerLaw(layerDepthM);
    }

    /// <summary>No wind at any height.</summary>
    public static WindProfile Calm { get; } = new(0, 0, 0);

    /// <summary>Wind speed 10 m above the ground, m/s.</summary>
    public double SurfaceSpeedMPerS { get; }

    /// <summary>Direction from which the surface wind blows, radians clockwise from north.</summary>
    public double FromRad { get; }

    /// <summary>Speed that the jet adds at its height, m/s.</summary>
    public double JetSpeedMPerS { get; }

    /// <summary>Exponent of the power law.</summary>
    public double ExponentRatio { get; }

    /// <summary>Turn of the wind through the boundary layer, radians.</summary>
    public double VeerRad { get; }

    /// <summary>Depth of the boundary layer, metres.</summary>
    public double LayerDepthM { get; }

    /// <summary>Mean wind speed at a height, m/s.</summary>
    /// <param name="heightM">Height above the ground, metres; below one metre counts as one.</param>
    public double SpeedMPerS(double heightM) => heightM <= LayerDepthM
        ? PowerLaw(heightM)
        : Math.Max(0, _layerTopSpeedMPerS + (JetSpeedMPerS * (Jet(Math.Min(heightM, HighestHeightM)) - Jet(LayerDepthM))));

    /// <summary>Direction from which the wind blows at a height, radians clockwise from north; not wrapped.</summary>
    /// <param name="heightM">Height above the ground, metres.</param>
    public double DirectionRad(double heightM) => FromRad + (VeerRad * Math.Clamp(heightM / LayerDepthM, 0, 1));

    /// <summary>The wind's velocity at a height: where the air goes, m/s east, north, up.</summary>
    /// <param name="heightM">Height above the ground, metres.</param>
    public EnuVector Velocity(double heightM)
    {
        var speed = SpeedMPerS(heightM);
        var (sine, cosine) = Math.SinCos(DirectionRad(heightM));
        return new EnuVector(-speed * sine, -speed * cosine, 0);
    }

    private double PowerLaw(double heightM) => SurfaceSpeedMPerS * Math.Pow(Math.Max(heightM, LowestHeightM) / ReferenceHeightM, ExponentRatio);

    private static double Jet(double heightM)
    {
        var x = (heightM - JetHeightM) / JetDepthM;
        return Math.Exp(-x * x);
    }
}
