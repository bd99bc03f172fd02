using Bulwark.Core.Timing;

namespace Bulwark.Simulation.World;

/// <summary>One target channel's work on one track. A row of the run's table, changed in place by the stages.</summary>
internal struct Engagement
{
    /// <summary>Index of the fire unit.</summary>
    public int Unit { get; set; }

    /// <summary>Line of its magazine that the salvo comes from.</summary>
    public int Line { get; set; }

    /// <summary>Channel of the fire unit, from 0.</summary>
    public int Channel { get; set; }

    /// <summary>Track that was assigned.</summary>
    public int Track { get; set; }

    /// <summary>Whether the engagement radar, or the picture in its place, has acquired something to follow.</summary>
    public bool HasEcho { get; private set; }

    /// <summary>What it follows in truth; nothing before it acquired anything.</summary>
    public TruthTag Truth { get; private set; }

    /// <summary>What it is doing.</summary>
    public EngagementPhase Phase { get; set; }

    /// <summary>When it was started.</summary>
    public SimTime StartedAt { get; set; }

    /// <summary>When the first round may be launched.</summary>
    public SimTime ReadyAt { get; set; }

    /// <summary>When the engagement radar last saw the target.</summary>
    public SimTime LastSeenAt { get; set; }

    /// <summary>When the latest missile of the engagement ended its flight.</summary>
    public SimTime LastInterceptAt { get; set; }

    /// <summary>Whether the engagement radar has lost the target.</summary>
    public bool Lost { get; set; }

    /// <summary>Whether it follows the picture's track, with the engagement radar dark.</summary>
    public bool IsRemote { get; set; }

    /// <summary>When the first round in flight is expected to meet the target; never while none is.</summary>
    public SimTime InterceptAt { get; set; }

    /// <summary>Rounds of the present salvo still to be launched.</summary>
    public int RoundsToFire { get; set; }

    /// <summary>Rounds in flight.</summary>
    public int RoundsFlying { get; set; }

    /// <summary>Whether a round of the present salvo has passed its target, as far as the radar could tell; one that lost its guidance has not.</summary>
    public bool HasMet { get; set; }

    /// <summary>Salvos begun.</summary>
    public int Salvos { get; set; }

    /// <summary>Looks made by the engagement radar; numbers its random draws.</summary>
    public uint Looks { get; set; }

    /// <summary>Whether it still holds its channel.</summary>
    public readonly bool Active => Phase != EngagementPhase.Ended;

    /// <summary>It follows a target from now on.</summary>
    public void Follow(int target) => (HasEcho, Truth) = (true, TruthTag.Of(target));
}
