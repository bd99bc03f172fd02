using System.Collections.Immutable;

namespace Bulwark.Core.Earth;

/// <summary>
/// The world's coastline for map backgrounds, in two degrees of detail: right to about a kilometre, and to about two hundred metres.
/// Not a navigation chart and not terrain: which places are sea must not decide anything in a model. Source: Natural Earth, 1:50m and
/// 1:10m land, public domain.
/// </summary>
/// <remarks>Each is unpacked at its first use and then shared; safe to use from several threads.</remarks>
public static class Coastline
{
    /// <summary>Boxes up to this size, radians (about 2200 km), are drawn with the fine coastline.</summary>
    private const double FineBoxRad = 0.35;

    private static readonly Lazy<ImmutableArray<CoastlineRing>> Rings = Embedded("coastline-50m.br");
    private static readonly Lazy<ImmutableArray<CoastlineRing>> FineRings = Embedded("coastline-10m.br");

    /// <summary>All rings of the world. Land that crosses the antimeridian is cut along it.</summary>
    /// <param name="detail">How fine; coarse unless given.</param>
    public static ImmutableArray<CoastlineRing> Load(CoastlineDetail detail = CoastlineDetail.Coarse) => (detail == CoastlineDetail.Fine ? FineRings : Rings).Value;

    /// <summary>The detail that suits a map of a box: fine up to about 2200 km across.</summary>
    /// <param name="latMinRad">Southern edge, radians.</param>
    /// <param name="latMaxRad">Northern edge, radians.</param>
    /// <param name="lonMinRad">Western edge, radians.</param>
    /// <param name="lonMaxRad">Eastern edge, radians.</param>
    public static CoastlineDetail DetailFor(double latMinRad, double latMaxRad, double lonMinRad, double lonMaxRad)
    {
        var across = (lonMaxRad - lonMinRad) * Math.Cos((latMinRad + latMaxRad) / 2);
        return Math.Max(latMaxRad - latMinRad, across) <= FineBoxRad ? CoastlineDetail.Fine : CoastlineDetail.Coarse;
    }

    /// <summary>The parts of the rings inside a box, each cut along the box so that it can be filled.</summary>
    /// <param name="latMinRad">Southern edge, radians.</param>
    /// <param name="latMaxRad">Northern edge, radians.</param>
    /// <param name="lonMinRad">Western edge, radians, from -2 pi up.</param>
    /// <param name="lonMaxRad">
    /// Eastern edge, radians, at most 2 pi east of the western one; a box across the antimeridian reaches beyond pi, and the
    /// longitudes returned run through there too.
    /// </param>
    /// <param name="detail">How fine; what suits the size of the box unless given.</param>
    /// <exception cref="ArgumentOutOfRangeException">The edges are reversed, not finite or further apart than the Earth is round.</exception>
    public static ImmutableArray<CoastlineRing> Within(double latMinRad, double latMaxRad, double lonMinRad, double lonMaxRad, CoastlineDetail? detail = null)
    {
        if (!(latMinRad >= -Math.PI / 2)) throw new ArgumentOutOfRangeException(nameof(latMinRad), latMinRad, "The southern edge lies at -pi/2 or north of it.");
        if (!(latMaxRad > latMinRad && latMaxRad <= Math.PI / 2)) throw new ArgumentOutOfRangeException(nameof(latMaxRad), latMaxRad, "The northern edge lies between the southern one and pi/2.");
        if (!(lonMinRad >= -2 * Math.PI && lonMinRad <= Math.PI)) throw new ArgumentOutOfRangeException(nameof(lonMinRad), lonMinRad, "The western edge lies between -2 pi and pi.");
        if (!(lonMaxRad > lonMinRad && lonMaxRad <= lonMinRad + (2 * Math.PI))) throw new ArgumentOutOfRangeException(nameof(lonMaxRad), lonMaxRad, "The eastern edge lies east of the western one, by 2 pi at most.");

        var clipper = new CoastlineClipper(latMinRad, latMaxRad, lonMinRad, lonMaxRad);
        var rings = Load(detail ?? DetailFor(latMinRad, latMaxRad, lonMinRad, lonMaxRad));
        var inside = ImmutableArray.CreateBuilder<CoastlineRing>();
        for (var turn = -1; turn <= 1; turn++)
        {
            foreach (var ring in rings)
            {
                if (clipper.Clip(ring, turn * 2 * Math.PI) is { } part) inside.Add(part);
            }
        }

        return inside.ToImmutable();
    }

    /// <summary>Whether a place is drawn as land.</summary>
    /// <param name="place">The place; its height is ignored.</param>
    /// <param name="detail">How fine; coarse unless given.</param>
    public static bool IsLand(GeodeticPoint place, CoastlineDetail detail = CoastlineDetail.Coarse)
    {
        var longitudeRad = Math.IEEERemainder(place.LongitudeRad, 2 * Math.PI);
        var depth = 0;
        foreach (var ring in Load(detail))
        {
            if (Surrounds(ring, place.LatitudeRad, longitudeRad)) depth += ring.IsWater ? -1 : 1;
        }

        return depth > 0;
    }

    private static Lazy<ImmutableArray<CoastlineRing>> Embedded(string name) => new(() => CoastlineReader.ReadEmbedded(name), LazyThreadSafetyMode.ExecutionAndPublication);

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
