using Bulwark.Core.Earth;
using Bulwark.Core.Timing;
using Bulwark.Operations.Picture;
using Bulwark.Tracking.Estimates;
using Bulwark.Tracking.Plots;
using Bulwark.Tracking.Tracks;

namespace Bulwark.Simulation.World;

/// <summary>An engagement radar's own track of its target. A row of the run's table.</summary>
internal struct FireControlTrack
{
    private KinematicEstimate _estimate;
    private int _hits;

    /// <summary>Whether it has an estimate yet.</summary>
    public readonly bool IsStarted => _hits > 0;

    /// <summary>Starts from the acquisition track that cued the radar.</summary>
    public void Start(in Track cue) => _estimate = cue.Estimate;

    /// <summary>Takes in one look.</summary>
    public void Update(SingleTargetFilter filter, in Plot plot)
    {
        if (filter.TryUpdate(ref _estimate, in plot)) _hits++;
    }

    /// <summary>Believed position (m) and velocity (m/s) at a time, flying straight on from the last look.</summary>
    public readonly (EcefVector Position, EcefVector Velocity) StateAt(SimTime time) =>
        (_estimate.Position + (_estimate.Velocity * (time - _estimate.Time).TotalS), _estimate.Velocity);

    /// <summary>The track as fire control's computer reports it.</summary>
    public readonly TrackReport Report(int track) =>
        new(track, _estimate.Time, _estimate.Position, _estimate.Velocity, _estimate.PositionSigmaM, _estimate.HeightSigmaM, _hits, 0);
}
