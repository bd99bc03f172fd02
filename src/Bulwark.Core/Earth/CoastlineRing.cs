using System.Collections.Immutable;

namespace Bulwark.Core.Earth;

/// <summary>A closed line between land and water. Immutable.</summary>
public sealed class CoastlineRing
{
    internal CoastlineRing(bool isWater, ImmutableArray<GeodeticPoint> points)
    {
        IsWater = isWater;
        Points = points;
        (MinLatitudeRad, MaxLatitudeRad) = (double.PositiveInfinity, double.NegativeInfinity);
        (MinLongitudeRad, MaxLongitudeRad) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var point in points)
        {
            MinLatitudeRad = Math.Min(MinLatitudeRad, point.LatitudeRad);
            MaxLatitudeRad = Math.Max(MaxLatitudeRad, point.LatitudeRad);
            MinLongitudeRad = Math.Min(MinLongitudeRad, point.LongitudeRad);
            MaxLongitudeRad = Math.Max(MaxLongitudeRad, point.LongitudeRad);
        }
    }

    /// <summary>True for an inland sea (a hole in the land around it), false for land.</summary>
    public bool IsWater { get; }

    /// <summary>The corners in order, at height 0; the last joins the first.</summary>
    public ImmutableArray<GeodeticPoint> Points { get; }

    /// <summary>Southernmost latitude, radians.</summary>
    public double MinLatitudeRad { get; }

    /// <summary>Northernmost latitude, radians.</summary>
    public double MaxLatitudeRad { get; }

    /// <summary>Westernmost longitude, radians.</summary>
    public double MinLongitudeRad { get; }

    /// <summary>Easternmost longitude, radians.</summary>
    public double MaxLongitudeRad { get; }
}
