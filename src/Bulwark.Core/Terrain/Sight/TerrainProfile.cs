using System.Collections.Immutable;
using Bulwark.Core.Earth;

namespace Bulwark.Core.Terrain.Sight;

/// <summary>Heights of the ground along a geodesic, at equal spacing. Immutable.</summary>
public sealed class TerrainProfile
{
    private readonly GeodesicLine _line;

    private TerrainProfile(GeodesicLine line, double spacingM, ImmutableArray<float> heightsM)
    {
        _line = line;
        SpacingM = spacingM;
        HeightsM = heightsM;
        foreach (var height in heightsM)
        {
            if (float.IsNaN(height)) UnknownCount++;
        }
    }

    /// <summary>Distance between samples along the ellipsoid, metres.</summary>
    public double SpacingM { get; }

    /// <summary>Heights of the ground, metres over the terrain's datum, the first at the start; not a number where unknown.</summary>
    public ImmutableArray<float> HeightsM { get; }

    /// <summary>Number of samples.</summary>
    public int Count => HeightsM.Length;

    /// <summary>Number of samples whose height is unknown.</summary>
    public int UnknownCount { get; }

    /// <summary>The profile from a place in a direction. Heights between posts are the terrain's own (bilinear).</summary>
    /// <param name="terrain">The terrain.</param>
    /// <param name="start">Where it starts.</param>
    /// <param name="azimuthRad">Direction at the start, radians clockwise from north.</param>
    /// <param name="lengthM">Length, metres; the last sample is the last one within it.</param>
    /// <param name="spacingM">Distance between samples, metres, positive; at most 50 million samples.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is out of its range.</exception>
    public static TerrainProfile Along(IElevationField terrain, GeodeticPoint start, double azimuthRad, double lengthM, double spacingM)
    {
        ArgumentNullException.ThrowIfNull(terrain);
        if (!(spacingM > 0) || !double.IsFinite(spacingM)) throw new ArgumentOutOfRangeException(nameof(spacingM), spacingM, "The spacing is positive.");
        if (!(lengthM >= 0) || !(lengthM / spacingM < 50e6)) throw new ArgumentOutOfRangeException(nameof(lengthM), lengthM, "The length is not negative and not more than 50 million samples.");
        var line = new GeodesicLine(start, azimuthRad);
        var count = (int)Math.Floor((lengthM / spacingM) + 1e-9) + 1;
        var heights = ImmutableArray.CreateBuilder<float>(count);
        for (var sample = 0; sample < count; sample++)
        {
            var place = line.At(sample * spacingM).Point;
            heights.Add((float)terrain.HeightM(place.LatitudeRad, place.LongitudeRad));
        }

        return new TerrainProfile(line, spacingM, heights.MoveToImmutable());
    }

    /// <summary>The profile between two places, both ends sampled.</summary>
    /// <param name="terrain">The terrain.</param>
    /// <param name="start">Where it starts.</param>
    /// <param name="end">Where it ends.</param>
    /// <param name="spacingM">Largest distance between samples, metres, positive; made smaller so that a whole number of steps fits.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is out of its range.</exception>
    public static TerrainProfile Between(IElevationField terrain, GeodeticPoint start, GeodeticPoint end, double spacingM)
    {
        if (!(spacingM > 0)) throw new ArgumentOutOfRangeException(nameof(spacingM), spacingM, "The spacing is positive.");
        var path = Geodesic.Inverse(start, end);
        var fitted = path.DistanceM > 0 ? path.DistanceM / Math.Ceiling(path.DistanceM / spacingM) : spacingM;
        return Along(terrain, start, path.AzimuthStartRad, path.DistanceM, fitted);
    }

    /// <summary>Distance of a sample from the start along the ellipsoid, metres.</summary>
    /// <param name="sample">Number of the sample, from 0.</param>
    public double DistanceM(int sample) => sample * SpacingM;

    /// <summary>The place of a sample, with the height of the ground there (not a number where unknown).</summary>
    /// <param name="sample">Number of the sample, from 0.</param>
    public GeodeticPoint PointAt(int sample) => _line.At(sample * SpacingM).Point.WithHeight(HeightsM[sample]);
}
