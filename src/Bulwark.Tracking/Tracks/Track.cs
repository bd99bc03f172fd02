using Bulwark.Core.Earth;
using Bulwark.Core.Timing;
using Bulwark.Tracking.Association;
using Bulwark.Tracking.Estimates;
using Bulwark.Tracking.Initiation;

namespace Bulwark.Tracking.Tracks;

/// <summary>One row of a tracker's table: what is believed about one target. A value: copying it copies everything.</summary>
public struct Track
{
    // What searches over all tracks read stands first, so that they touch little memory.

    /// <summary>Number of the track; later tracks have larger numbers, none is used twice.</summary>
    public int Id { readonly get; internal set; }

    /// <summary>Tentative or confirmed.</summary>
    public TrackStatus Status { readonly get; internal set; }

    /// <summary>Plots given to this track.</summary>
    public int Hits { readonly get; internal set; }

    internal double PositionSigmaM;
    internal double VelocitySigmaMPerS;
    internal double SpeedMPerS;
    internal KinematicEstimate Belief;

    // How far the path bends, for tracks in free flight; and the speed a track of one plot may have.
    internal double PathAccelerationMPerS2;
    internal double StartSpeedMPerS;

    // Whether its first plot said nothing about its velocity.
    internal bool IsVelocityOpen;

    // What the plots that it shared with other tracks since the last one of its own say about its being there.
    internal double SharedLogRatio;

    internal double LogOdds;
    internal SimTime LastMiss;
    internal int Slot;
    internal RecentPlots Recent;

    // With several hypotheses: the confirmed track this is an account of, the log likelihood of the account (of use only against others of
    // the track), when and by which sensor it was last found without a plot, and what it took.
    internal int Family;
    internal double Score;
    internal SimTime LastBlank;
    internal int BlankSensor;
    internal RecentDecisions Decisions;

    /// <summary>Probability that the track is a target at all, as of its last look, 0 to 1.</summary>
    public readonly double ExistenceProbability => 1 / (1 + Math.Exp(-LogOdds));

    /// <summary>Where the target is believed to be and how it moves, as of its newest plot.</summary>
    public readonly KinematicEstimate Estimate => Belief;

    /// <summary>True while the track is followed as a ballistic missile: its estimate is that of free flight with drag.</summary>
    public bool IsBallistic { readonly get; internal set; }

    /// <summary>Mode S address; 0 when none was received.</summary>
    public int Address { readonly get; internal set; }

    /// <summary>Earth-fixed velocity, m/s.</summary>
    public readonly EcefVector Velocity => Belief.Velocity;

    /// <summary>Covariance of position and velocity at <see cref="LastUpdate"/>.</summary>
    public readonly Covariance6 Covariance => Belief.Covariance;

    /// <summary>Time of the first plot.</summary>
    public SimTime FirstTime { readonly get; internal set; }

    /// <summary>Time of the newest plot.</summary>
    public readonly SimTime LastUpdate => Belief.Time;

    /// <summary>Looks without a plot, in all.</summary>
    public int Misses { readonly get; internal set; }

    /// <summary>Looks without a plot since the newest one.</summary>
    public int ConsecutiveMisses { readonly get; internal set; }

    /// <summary>Plots with a transponder's answer.</summary>
    public int Replies { readonly get; internal set; }

    /// <summary>Last Mode 3/A code; -1 when none was received.</summary>
    public int Code { readonly get; internal set; }

    /// <summary>
    /// With <see cref="TrackerParameters.MeasuresInnovations"/>: normalised innovation squared of the newest plot, in the mean <see cref="InnovationValues"/> for an honest filter.
    /// </summary>
    public double InnovationSquaredRatio { readonly get; internal set; }

    /// <summary>Values that the newest plot measured; 0 when its innovation was not worked out: a late plot, one of two tracks, the first ones of a track.</summary>
    public int InnovationValues { readonly get; internal set; }

    /// <summary>Plots with a measured strength of the echo.</summary>
    public int Echoes { readonly get; internal set; }

    /// <summary>Mean of these strengths, decibels over a square metre; 0 without any.</summary>
    public double EchoDbSm { readonly get; internal set; }

    /// <summary>The sensor of the last plot.</summary>
    public int LastSensor { readonly get; internal set; }

    /// <summary>The caller's reference of the last plot.</summary>
    public long LastPlotId { readonly get; internal set; }

    /// <summary>True when a full table has kept this track from being confirmed.</summary>
    public bool IsRefused { readonly get; internal set; }

    internal readonly TrackStanding Standing =>
        Status != TrackStatus.Tentative ? TrackStanding.Confirmed : IsRefused ? TrackStanding.Waiting : TrackStanding.Tentative;

    /// <summary>The believed Earth-fixed position, metres, at a time before or after the newest plot: a straight line.</summary>
    /// <param name="time">Any time near the track's.</param>
    public readonly EcefVector PositionAt(SimTime time) => Belief.Position + (Belief.Velocity * (time - Belief.Time).TotalS);
}
