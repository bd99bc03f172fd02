using Bulwark.Simulation.Recording;

namespace Bulwark.Simulation.World;

/// <summary>
/// What a searching radar, or a fire unit with its engagement radar, is doing. A row of the run's table: the nodes first, in their order, then the
/// fire units.
/// </summary>
internal struct EmitterState
{
    /// <summary>What it does; whether it fires is worked out from its missiles.</summary>
    public SitePosture Posture { get; set; }

    /// <summary>Whether it was ordered to keep its radar off.</summary>
    public bool Silent { get; set; }

    /// <summary>Whether it has no power.</summary>
    public bool Unpowered { get; set; }

    /// <summary>Whether its doctrine keeps its radar off.</summary>
    public bool Dark { get; set; }

    /// <summary>Whether rounds may be launched and led on the picture's track while its doctrine keeps the radar off.</summary>
    public bool FiresSilently { get; set; }

    /// <summary>Which of its planned places it stands at, or drives to.</summary>
    public int Place { get; set; }

    /// <summary>Which of its planned places it last stood at, or now drives to.</summary>
    public int At { get; set; }

    /// <summary>What it does next when it has packed up: drive to <see cref="Place"/>, or hide.</summary>
    public bool Hides { get; set; }

    /// <summary>Number of the step it is in: events of earlier steps, overtaken by another order, mean nothing.</summary>
    public int Step { get; set; }

    /// <summary>Whether it is destroyed.</summary>
    public readonly bool Destroyed => Posture == SitePosture.Destroyed;

    /// <summary>Whether its radar works: only then it sees and guides.</summary>
    public readonly bool Radiating => Posture is SitePosture.Ready or SitePosture.Firing && !Silent && !Dark && !Unpowered;

    /// <summary>Whether it leads rounds on the picture's track, its radar dark.</summary>
    public readonly bool LeadsSilently => Dark && FiresSilently && !Silent && !Unpowered && (Posture is SitePosture.Ready or SitePosture.Firing);

    /// <summary>Whether it may take on a target and launch.</summary>
    public readonly bool MayFire => Radiating || LeadsSilently;
}
