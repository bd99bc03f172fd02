using System.Collections.Immutable;

namespace Bulwark.Core.Earth;

/// <summary>
/// The world's coastline for map backgrounds, right to about a kilometre. Not a navigation chart and not terrain: which places are
/// sea must not decide anything in a model. Source: Natural Earth, 1:50m land, public domain.
/// </summary>
/// <remarks>Unpacked at the first use and then shared; safe to use from several threads.</remarks>
public static class Coastline
{
    private static readonly Lazy<ImmutableArray<CoastlineRing>> Rings = new(CoastlineReader.ReadEmbedded, LazyThreadSafetyMode.ExecutionAndPublication);

    /// <summary>All rings of the world. Land that crosses the antimeridian is cut along it.</summary>
    public static ImmutableArray<CoastlineRing> Load() => Rings.Value;

    /// <summary>The parts of the rings inside a box, each cut along the box so that it can be filled.</summary>
    /// <param name="latMinRad">Southern edge, radians.</param>
    /// <param name="latMaxRad">Northern edge, radians.</param>
    /// <param name="lonMinRad">Western edge, radians, from -2 pi up.</param>
    /// <param name="lonMaxRad">
    /// Eastern edge, radians, at most 2 pi east of the western one; a box across the antimeridian reaches beyond pi, and the
    /// longitudes returned run through there too.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">The edges are reversed, not finite or further apart than the Earth is round.</exception>
    public static ImmutableArray<CoastlineRing> Within(double latMinRad, double latMaxRad, double lonMinRad, double lonMaxRad)
    {
        if (!(latMinRad >= -Math.PI / 2)) throw new ArgumentOutOfRangeException(nameof(latMinRad), latMinRad, "The southern edge lies at -pi/2 or north of it.");
        if (!(latMaxRad > latMinRad && latMaxRad <= Math.PI / 2)) throw new ArgumentOutOfRangeException(nameof(latMaxRad), latMaxRad, "The northern edge lies between the southern one and pi/2.");
        if (!(lonMinRad >= -2 * Math.PI && lonMinRad <= Math.PI)) throw new ArgumentOutOfRangeException(nameof(lonMinRad), lonMinRad, "The western edge lies between -2 pi and pi.");
        if (!(lonMaxRad > lonMinRad && lonMaxRad <= lonMinRad + (2 * Math.PI))) throw new ArgumentOutOfRangeException(nameof(lonMaxRad), lonMaxRad, "The eastern edge lies east of the western one, by 2 pi at most.");

        var clipper = new CoastlineClipper(latMinRad, latMaxRad, lonMinRad, lonMaxRad);
        var inside = ImmutableArray.CreateBuilder<CoastlineRing>();
        for (var turn = -1; turn <= 1; turn++)
        {
            foreach (var ring in Rings.Value)
            {
                if (clipper.Clip(ring, turn * 2 * Math.PI) is { } part) inside.Add(part);
            }
        }

        return inside.ToImmutable();
    }

    /// <summary>Whether a place is drawn as land.</summary>
    /// <param name="place">The place; its height is ignored.</param>
    public static bool IsLand(GeodeticPoint place)
    {
        var longitudeRad = Math.IEEERemainder(place.LongitudeRad, 2 * Math.PI);
        var depth = 0;
        foreach (var ring in Rings.Value)
        {
            if (Surrounds(ring, place.LatitudeRad, longitudeRad)) depth += ring.IsWater ? -1 : 1;
        }

        return depth > 0;
    }

    private static bool Surrounds(CoastlineRing ring, double latitudeRad, double longitudeRad)
    {
        if (latitudeRad < ring.MinLatitudeRad || latitudeRad > ring.MaxLatitudeRad || longitudeRad < ring.MinLongitudeRad || longitudeRad > ring.MaxLongitudeRad) return false;

        // A ray to the east crosses the ring an odd number of times.
        var inside = false;
        var from = ring.Points[^1];
        foreach (var to in ring.Points)
        {
            if (from.LatitudeRad > latitudeRad != to.LatitudeRad > latitudeRad)
            {
                var share = (latitudeRad - from.LatitudeRad) / (to.LatitudeRad - from.LatitudeRad);
                if (longitudeRad < from.LongitudeRad + (share * (to.LongitudeRad - from.LongitudeRad))) inside = !inside;
            }

            from = to;
        }

        return inside;
    }
}
