namespace Bulwark.Core.Earth;

/// <summary>An angle by its sine and cosine, which keeps full precision near right angles; a common factor is allowed where it cancels.</summary>
internal readonly record struct SinCos(double Sin, double Cos)
{
    /// <summary>Stands for zero where a division or a direction must survive; its square does not underflow.</summary>
    internal const double Tiny = 1.5e-154;

    internal double AngleRad => Math.Atan2(Sin, Cos);

    internal SinCos Normalized()
    {
        var length = double.Hypot(Sin, Cos);
        return new SinCos(Sin / length, Cos / length);
    }

    /// <summary>The angle, with the poles and the half turn exact although pi has no exact double.</summary>
    internal static SinCos Of(double angleRad)
    {
        if (Math.Abs(angleRad) == Math.PI / 2) return new SinCos(Math.Sign(angleRad), 0);
        if (Math.Abs(angleRad) == Math.PI) return new SinCos(0, -1);
        var (sin, cos) = Math.SinCos(angleRad);
        return new SinCos(sin, cos);
    }

    /// <summary>The reduced (parametric) latitude of a geodetic latitude, a hair off the poles (Karney 2013, equation 6).</summary>
    internal static SinCos Reduced(double latitudeRad)
    {
        var latitude = Of(latitudeRad);
        var reduced = new SinCos((1 - Wgs84.Flattening) * latitude.Sin, latitude.Cos).Normalized();
        return reduced with { Cos = Math.Max(reduced.Cos, Tiny) };
    }

    internal SinCos Plus(SinCos other) => new((Sin * other.Cos) + (Cos * other.Sin), (Cos * other.Cos) - (Sin * other.Sin));

    internal SinCos Minus(SinCos other) => new((Sin * other.Cos) - (Cos * other.Sin), (Cos * other.Cos) + (Sin * other.Sin));
}
