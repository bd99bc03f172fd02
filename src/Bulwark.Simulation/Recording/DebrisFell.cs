namespace Bulwark.Simulation.Recording;

/// <summary>
/// Something broke up in the air, and where a piece of it comes down. Recorded when it breaks up; whether the run lasts until the piece is down does not matter. Immutable.
/// </summary>
/// <param name="Target">Index of the killed target that it is of, or -1.</param>
/// <param name="Missile">Number of the round that it is of, or -1.</param>
/// <param name="Piece">Number of the piece, from 0: skins and panels, structure, engines and motor cases; a round has only the last.</param>
/// <param name="BallisticKgPerM2">Mass over drag area, kg/m².</param>
/// <param name="LatitudeRad">Latitude of the place where it comes down, radians.</param>
/// <param name="LongitudeRad">Longitude of that place, radians.</param>
/// <param name="ImpactTimeS">When it comes down, seconds of the run.</param>
/// <param name="SpeedMPerS">How fast, m/s.</param>
/// <param name="Asset">Index of the defended asset inside whose radius it comes down, or -1.</param>
public readonly record struct DebrisFell(int Target, int Missile, int Piece, double BallisticKgPerM2, double LatitudeRad, double LongitudeRad, double ImpactTimeS, double SpeedMPerS, int Asset) : IRunEvent
{
    /// <inheritdoc />
    public static EventType Type => EventType.DebrisFell;

    /// <inheritdoc />
    public void Write<TWriter>(ref TWriter writer)
        where TWriter : IEventFieldWriter, allows ref struct
    {
        writer.Integer("target", Target);
        writer.Integer("missile", Missile);
        writer.Integer("piece", Piece);
        writer.Real("ballistic_kg_per_m2", BallisticKgPerM2);
        writer.Real("latitude_rad", LatitudeRad);
        writer.Real("longitude_rad", LongitudeRad);
        writer.Real("impact_time_s", ImpactTimeS);
        writer.Real("speed_m_per_s", SpeedMPerS);
        writer.Integer("asset", Asset);
    }
}
