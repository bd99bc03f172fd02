namespace Bulwark.Core.Earth;

/// <summary>
/// The east-north-up frame at a point: its origin and axes in Earth-fixed coordinates. Immutable.
/// Source: Bar-Shalom, Willett and Tian, Tracking and Data Fusion (2011), appendix on coordinate frames.
/// </summary>
public readonly struct LocalFrame
{
    /// <summary>Makes the frame whose origin is the given point.</summary>
    /// <param name="origin">Geodetic origin; at a pole, east is taken as the longitude says.</param>
    public LocalFrame(GeodeticPoint origin)
    {
        Origin = origin;
        OriginEcefM = Wgs84.ToEcef(origin);
        var (sinLatitude, cosLatitude) = Math.SinCos(origin.LatitudeRad);
        var (sinLongitude, cosLongitude) = Math.SinCos(origin.LongitudeRad);
        East = new EcefVector(-sinLongitude, cosLongitude, 0);
        North = new EcefVector(-sinLatitude * cosLongitude, -sinLatitude * sinLongitude, cosLatitude);
        Up = new EcefVector(cosLatitude * cosLongitude, cosLatitude * sinLongitude, sinLatitude);
    }

    /// <summary>The origin as a geodetic point.</summary>
    public GeodeticPoint Origin { get; }

    /// <summary>The origin as an Earth-fixed position in metres.</summary>
    public EcefVector OriginEcefM { get; }

    /// <summary>Unit vector to the east.</summary>
    public EcefVector East { get; }

    /// <summary>Unit vector to the north.</summary>
    public EcefVector North { get; }

    /// <summary>Unit vector along the ellipsoid normal.</summary>
    public EcefVector Up { get; }

    /// <summary>Turns a direction, velocity or other free vector into this frame.</summary>
    public EnuVector Rotate(EcefVector value) => new(East.Dot(value), North.Dot(value), Up.Dot(value));

    /// <summary>Turns a free vector of this frame into Earth-fixed axes.</summary>
    public EcefVector Rotate(EnuVector value) => (East * value.East) + (North * value.North) + (Up * value.Up);

    /// <summary>A position, in metres, as seen from the origin.</summary>
    public EnuVector ToLocal(EcefVector positionM) => Rotate(positionM - OriginEcefM);

    /// <summary>The Earth-fixed position, in metres, of a local one.</summary>
    public EcefVector ToEcef(EnuVector positionM) => OriginEcefM + Rotate(positionM);
}
