using Bulwark.Core.Earth;

namespace Bulwark.Studies.Plotting.Maps;

/// <summary>The part of the world that a map will show, known before it is drawn.</summary>
internal sealed class MapView(MapProjection projection, MapPoint middle, double widthM, double heightM)
{
    /// <summary>Whether any part of a ring about a place will be seen.</summary>
    public bool Shows(GeodeticPoint centre, double radiusM) => Array.Exists(MapFrame.Circle(centre, radiusM), point =>
    {
        var at = projection.Project(point);
        return Math.Abs(at.EastM - middle.EastM) < widthM / 2 && Math.Abs(at.NorthM - middle.NorthM) < heightM / 2;
    });
}
