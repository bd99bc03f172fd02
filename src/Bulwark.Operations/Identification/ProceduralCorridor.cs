using Bulwark.Core.Earth;

namespace Bulwark.Operations.Identification;

/// <summary>A corridor that protected traffic is told to keep to, with its safe heights. Immutable.</summary>
/// <param name="Id">Its name.</param>
/// <param name="From">One end, Earth-fixed, metres.</param>
/// <param name="To">The other end.</param>
/// <param name="WidthM">Its width, metres.</param>
/// <param name="FloorM">Lowest safe height above the ellipsoid, metres.</param>
/// <param name="CeilingM">Highest safe height, metres.</param>
public sealed record ProceduralCorridor(string Id, EcefVector From, EcefVector To, double WidthM, double FloorM, double CeilingM)
{
    /// <summary>Whether a place is in it, a margin allowed for what is not known exactly.</summary>
    /// <param name="position">The place, Earth-fixed, metres.</param>
    /// <param name="marginM">The margin to the side and in height, metres.</param>
    public bool Holds(EcefVector position, double marginM)
    {
        var place = Wgs84.ToGeodetic(position);
        if (place.HeightM < FloorM - marginM || place.HeightM > CeilingM + marginM) return false;
        var (start, end) = (Wgs84.ToGeodetic(From).WithHeight(0), Wgs84.ToGeodetic(To).WithHeight(0));
        var frame = new LocalFrame(start);
        var (along, here) = (frame.ToLocal(Wgs84.ToEcef(end)), frame.ToLocal(Wgs84.ToEcef(place.WithHeight(0))));
        var lengthM = Math.Sqrt((along.East * along.East) + (along.North * along.North));
        if (lengthM <= 0) return false;
        var (east, north) = (along.East / lengthM, along.North / lengthM);
        var forwardM = (here.East * east) + (here.North * north);
        var asideM = Math.Abs((here.East * north) - (here.North * east));
        return forwardM >= -marginM && forwardM <= lengthM + marginM && asideM <= (WidthM / 2) + marginM;
    }
}
