namespace Bulwark.Core.Terrain;

/// <summary>Heights of the ground at geodetic places. Implementations are immutable or safe to read from several threads.</summary>
public interface IElevationField
{
    /// <summary>What the heights are counted from.</summary>
    VerticalDatum Datum { get; }

    /// <summary>The distance between neighbouring posts, metres; the larger of the two directions, where they differ most.</summary>
    double SpacingM { get; }

    /// <summary>Height of the ground, metres above <see cref="Datum"/>; not a number where it is unknown.</summary>
    /// <param name="latitudeRad">Geodetic latitude (WGS-84), radians, -pi/2 to pi/2.</param>
    /// <param name="longitudeRad">Longitude, radians, any turn.</param>
    double HeightM(double latitudeRad, double longitudeRad);

    /// <summary>Heights of many places at once, for hot paths; the same values as <see cref="HeightM"/>, rounded to single precision.</summary>
    /// <param name="latitudesRad">Geodetic latitudes, radians.</param>
    /// <param name="longitudesRad">Longitudes, radians, as many.</param>
    /// <param name="heightsM">Receives the heights, metres; at least as many.</param>
    /// <exception cref="ArgumentException">The lengths do not fit.</exception>
    void Sample(ReadOnlySpan<double> latitudesRad, ReadOnlySpan<double> longitudesRad, Span<float> heightsM);
}
