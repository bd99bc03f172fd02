using Bulwark.Core.Earth;
using Bulwark.Studies.Plotting.Maps;

namespace Bulwark.Studies.Coverage;

/// <summary>
/// Square cells about a centre, in the azimuthal equidistant projection, so that poles and the antimeridian are places like others. A
/// cell's area is true to 0.1 per cent within 500 km of the centre. Immutable.
/// </summary>
public sealed class CoverageGrid
{
    private readonly MapProjection _projection;

    internal CoverageGrid(GeodeticPoint centre, double radiusM, double cellM)
    {
        _projection = new MapProjection(centre);
        RadiusM = radiusM;
        CellM = cellM;
        HalfSide = (int)Math.Ceiling(radiusM / cellM);
    }

    /// <summary>The middle cell's place.</summary>
    public GeodeticPoint Centre => _projection.Centre;

    /// <summary>Radius of the area that is looked at, metres.</summary>
    public double RadiusM { get; }

    /// <summary>Side of a cell, metres.</summary>
    public double CellM { get; }

    /// <summary>Cells along each side of the square; odd.</summary>
    public int Side => (2 * HalfSide) + 1;

    internal int HalfSide { get; }

    /// <summary>The middle of a cell, at height 0.</summary>
    /// <param name="column">From the west, 0 to <see cref="Side"/> - 1.</param>
    /// <param name="row">From the north, 0 to <see cref="Side"/> - 1.</param>
    public GeodeticPoint Place(int column, int row) => _projection.Unproject(new MapPoint((column - HalfSide) * CellM, (HalfSide - row) * CellM));

    /// <summary>Whether the middle of a cell is within the radius.</summary>
    /// <param name="column">From the west.</param>
    /// <param name="row">From the north.</param>
    public bool IsInside(int column, int row)
    {
        var (east, north) = ((column - HalfSide) * CellM, (HalfSide - row) * CellM);
        return (east * east) + (north * north) <= RadiusM * RadiusM;
    }

    internal MapProjection Projection => _projection;
}
