using Bulwark.Core.Earth;
using Bulwark.Core.Timing;

namespace Bulwark.Simulation.World;

/// <summary>A command post's order to a battery to engage a track, as the post saw the track. A row of the run's table; a message carries its number.</summary>
internal readonly record struct FireOrder(int Post, int Battery, int Track, SimTime SentAt, SimTime SeenAt, EcefVector Position, EcefVector Velocity, double PositionSigmaM, int Unit, int Line)
{
    /// <summary>What is behind the track in truth: for the record only.</summary>
    public TruthTag Truth { get; init; }

    /// <summary>Where the track is believed to be at another time.</summary>
    public EcefVector PositionAt(SimTime time) => Position + (Velocity * (time - SeenAt).TotalS);
}
