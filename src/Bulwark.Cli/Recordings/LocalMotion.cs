using Bulwark.Core.Earth;

namespace Bulwark.Cli.Recordings;

/// <summary>Where a track is and how it moves, as people read it; the motion is not a number while one plot says nothing of it. Immutable.</summary>
/// <param name="Place">Where it is.</param>
/// <param name="GroundSpeedMPerS">Speed in the horizontal, m/s.</param>
/// <param name="HeadingRad">Direction of motion, radians clockwise from north, 0 to 2 pi.</param>
/// <param name="ClimbMPerS">Rate of climb, m/s.</param>
internal readonly record struct LocalMotion(GeodeticPoint Place, double GroundSpeedMPerS, double HeadingRad, double ClimbMPerS)
{
    /// <summary>Turns a state of a track into it.</summary>
    public static LocalMotion Of(in TrackState state)
    {
        var place = Wgs84.ToGeodetic(state.Position);

        // A track starts at its first plot with no velocity at all, which is not to say that the target stands still.
        if (state.Velocity == EcefVector.Zero) return new LocalMotion(place, double.NaN, double.NaN, double.NaN);
        var velocity = new LocalFrame(place).Rotate(state.Velocity);
        var headingRad = Math.Atan2(velocity.East, velocity.North);
        return new LocalMotion(place, Math.Sqrt((velocity.East * velocity.East) + (velocity.North * velocity.North)), headingRad < 0 ? headingRad + Math.Tau : headingRad, velocity.Up);
    }
}
