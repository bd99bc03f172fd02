using Bulwark.Core.Earth;

namespace Bulwark.Flight.Interceptors;

/// <summary>Something that keeps its course and its rate of climb over the curved Earth. Immutable.</summary>
internal readonly struct LevelCourse
{
    private readonly EcefVector _position;
    private readonly EcefVector _velocity;
    private readonly double _heightM;
    private readonly double _climbMPerS;

    public LevelCourse(in EcefVector position, in EcefVector velocity)
    {
        (_position, _velocity) = (position, velocity);
        _heightM = EarthEnvironment.HeightM(position);
        _climbMPerS = velocity.Dot(EarthEnvironment.Up(position));
    }

    /// <summary>Where it will be.</summary>
    /// <param name="seconds">After how long.</param>
    /// <param name="heightM">Receives its height there (<see cref="EarthEnvironment.HeightM"/>), metres.</param>
    public EcefVector At(double seconds, out double heightM)
    {
        // Along the radius the ellipsoid stays at the same distance from the centre, so that the height asked for is reached exactly.
        var straight = _position + (_velocity * seconds);
        heightM = _heightM + (_climbMPerS * seconds);
        var equatorial = (straight.X * straight.X) + (straight.Y * straight.Y);
        var squared = equatorial + (straight.Z * straight.Z);
        var surfaceM = Wgs84.SemiMinorAxisM / Math.Sqrt(1 - (Wgs84.EccentricitySquared * equatorial / squared));
        return straight * ((surfaceM + heightM) / Math.Sqrt(squared));
    }
}
