namespace Bulwark.Core.Earth;

/// <summary>
/// A geodesic given by its start and direction, prepared so that many points on it cost little. A value without a start
/// (<c>default</c>) is not a line. Immutable.
/// Source: Karney 2013, sections 2 and 3 (the direct problem).
/// </summary>
public readonly struct GeodesicLine
{
    private readonly double _heightM;
    private readonly double _longitudeRad;
    private readonly SinCos _alpha0;
    private readonly SinCos _sigma1;
    private readonly SinCos _omega1;
    private readonly SinCos _tau1;
    private readonly double _unitM;
    private readonly double _distanceAtStart;
    private readonly double _longitudeScale;
    private readonly double _longitudeAtStart;
    private readonly SineSeries _arcFromDistance;
    private readonly SineSeries _longitudeFromArc;

    /// <summary>Prepares the line.</summary>
    /// <param name="start">Where it starts; its height is kept along the line.</param>
    /// <param name="azimuthRad">Direction at the start, radians clockwise from north.</param>
    /// <exception cref="ArgumentOutOfRangeException">The latitude is beyond a pole, or an argument is not finite.</exception>
    public GeodesicLine(GeodeticPoint start, double azimuthRad)
    {
        Geodesic.Check(start, nameof(start));
        if (!double.IsFinite(azimuthRad)) throw new ArgumentOutOfRangeException(nameof(azimuthRad), azimuthRad, "An azimuth must be finite.");
        _heightM = start.HeightM;
        _longitudeRad = start.LongitudeRad;
        var beta1 = SinCos.Reduced(start.LatitudeRad);
        var alpha1 = SinCos.Of(azimuthRad);
        _alpha0 = GeodesicSeries.AzimuthAtEquator(alpha1, beta1);

        var across = beta1.Sin != 0 || alpha1.Cos != 0 ? beta1.Cos * alpha1.Cos : 1;
        _sigma1 = new SinCos(beta1.Sin, across).Normalized();
        _omega1 = new SinCos(_alpha0.Sin * beta1.Sin, across);

        var epsilon = GeodesicSeries.Epsilon(_alpha0.Cos);
        var distanceFromArc = GeodesicSeries.C1(epsilon);
        _unitM = Wgs84.SemiMinorAxisM * (1 + GeodesicSeries.A1MinusOne(epsilon));
        _distanceAtStart = distanceFromArc.At(_sigma1);
        _tau1 = _sigma1.Plus(SinCos.Of(_distanceAtStart));
        _arcFromDistance = GeodesicSeries.C1Inverse(epsilon);
        _longitudeFromArc = GeodesicSeries.C3(epsilon);
        _longitudeScale = -Wgs84.Flattening * _alpha0.Sin * GeodesicSeries.A3(epsilon);
        _longitudeAtStart = _longitudeFromArc.At(_sigma1);
    }

    /// <summary>The point at a distance along the line, and the direction there.</summary>
    /// <param name="distanceM">Distance from the start on the ellipsoid, metres; negative is behind the start.</param>
    /// <exception cref="ArgumentOutOfRangeException">The distance is not finite.</exception>
    public GeodesicDirect At(double distanceM)
    {
        if (!double.IsFinite(distanceM)) throw new ArgumentOutOfRangeException(nameof(distanceM), distanceM, "A distance must be finite.");
        var tau12 = distanceM / _unitM;
        var sigma12Rad = tau12 + _distanceAtStart + _arcFromDistance.At(_tau1.Plus(SinCos.Of(tau12)));
        var sigma2 = _sigma1.Plus(SinCos.Of(sigma12Rad));

        var betaSin = _alpha0.Cos * sigma2.Sin;
        var betaCos = Math.Max(double.Hypot(_alpha0.Sin, _alpha0.Cos * sigma2.Cos), SinCos.Tiny);
        var omega2 = new SinCos(_alpha0.Sin * sigma2.Sin, sigma2.Cos);
        var omega12Rad = omega2.Minus(_omega1).AngleRad;
        var lambda12Rad = omega12Rad + (_longitudeScale * (sigma12Rad + _longitudeFromArc.At(sigma2) - _longitudeAtStart));

        return new GeodesicDirect(
            new GeodeticPoint(
                Math.Atan2(betaSin, (1 - Wgs84.Flattening) * betaCos),
                Math.IEEERemainder(_longitudeRad + lambda12Rad, 2 * Math.PI),
                _heightM),
            Math.Atan2(_alpha0.Sin, _alpha0.Cos * sigma2.Cos));
    }
}
