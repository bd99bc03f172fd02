using Bulwark.Core.Earth;

namespace Bulwark.Tracking.Metrics;

/// <summary>A target in truth, or a track, at one time, in some east-north-up frame that both share. Immutable.</summary>
/// <param name="Id">Number of the target or track; one time holds each at most once.</param>
/// <param name="PositionM">Position, metres; finite.</param>
/// <param name="VelocityMPerS">Velocity, m/s; not-a-number in a component where it is not known.</param>
/// <param name="IsUpdated">For a track: whether it took a plot since the time before. A coasting track is not updated.</param>
public readonly record struct ScoredState(int Id, EnuVector PositionM, EnuVector VelocityMPerS, bool IsUpdated = true)
{
    /// <summary>Whether all of the velocity is known.</summary>
    public bool HasVelocity => double.IsFinite(VelocityMPerS.East + VelocityMPerS.North + VelocityMPerS.Up);

    internal bool HasPosition => double.IsFinite(PositionM.East + PositionM.North + PositionM.Up);
}
