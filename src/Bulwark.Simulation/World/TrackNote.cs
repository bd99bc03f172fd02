using Bulwark.Core.Earth;
using Bulwark.Core.Timing;
using Bulwark.Operations.Decisions;
using Bulwark.Operations.Picture;
using Bulwark.Tracking.Identification;

namespace Bulwark.Simulation.World;

/// <summary>
/// What the run notes beside each track of a node: the target in truth behind its latest plot (for the record only; command never
/// sees it), and what command last decided about it.
/// </summary>
internal struct TrackNote
{
    /// <summary>The note of a track of which nothing is known yet.</summary>
    public static TrackNote Empty => new() { LookedAt = new SimTime(long.MinValue / 2), SpokenOfAt = new SimTime(long.MinValue / 2), SeenAt = new SimTime(long.MinValue / 2) };

    /// <summary>What gave the latest plot, in truth: for the record only.</summary>
    public TruthTag Truth { get; set; }

    /// <summary>When a phased array last looked for it; long before the run when it never did.</summary>
    public SimTime LookedAt { get; set; }

    /// <summary>When a radar of the picture itself last saw it; long before the run when none did.</summary>
    public SimTime SeenAt { get; set; }

    /// <summary>Where it was confirmed.</summary>
    public EcefVector Origin { get; set; }

    /// <summary>Who it was last judged to be; null before the first judgement.</summary>
    public Identity? Judged { get; set; }

    /// <summary>Until when it is left alone because a liaison has said so.</summary>
    public SimTime LeftAloneUntil { get; set; }

    /// <summary>When it was last spoken of to others.</summary>
    public SimTime SpokenOfAt { get; set; }

    /// <summary>Whether it is in the picture.</summary>
    public bool IsConfirmed { get; set; }

    /// <summary>
    /// Until when a commitment of <see cref="TrackCommitment.HeldOff"/> holds; a plot after this time shows that a track judged killed, or lost from sight, lives.
    /// </summary>
    public SimTime HeldOffUntil { get; set; }

    /// <summary>The likeliest class that was recorded last; null before the first.</summary>
    public TrackClass? Class { get; set; }

    /// <summary>What command has decided about it.</summary>
    public TrackCommitment Commitment { get; set; }

    /// <summary>The last recorded reason for not engaging it, or null when none has been recorded.</summary>
    public DeferralReason? Deferral { get; set; }
}
