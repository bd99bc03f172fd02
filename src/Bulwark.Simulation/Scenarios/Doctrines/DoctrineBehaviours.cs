using Bulwark.Simulation.Documents;

namespace Bulwark.Simulation.Scenarios.Doctrines;

/// <summary>
/// How a unit behaves as a part of an air-defence system, beyond the choice of targets and rounds: one block for each behaviour, any of which may be
/// missing. Every one acts on what the unit believes (its tracks, what the network told it, its own state), never on the truth. Immutable.
/// </summary>
public sealed record DoctrineBehaviours
{
    /// <summary>Time between two looks of the crew at its situation, seconds.</summary>
    public double ReviewPeriodS { get; init; } = 1;

    /// <summary>Dark until others have reported something.</summary>
    public CueFromWarning? Cue { get; init; }

    /// <summary>Radiating in turn.</summary>
    public EmissionRotation? Rotation { get; init; }

    /// <summary>Dark until a track is near.</summary>
    public Ambush? Ambush { get; init; }

    /// <summary>Fire on the network's track, late illumination.</summary>
    public SilentFire? SilentFire { get; init; }

    /// <summary>What it does when it hears nobody.</summary>
    public FallBack? FallBack { get; init; }

    /// <summary>Whom it guards.</summary>
    public PointDefence? PointDefence { get; init; }

    /// <summary>What it does about anti-radiation missiles.</summary>
    public AntiRadiationReaction? AntiRadiation { get; init; }

    /// <summary>Whether it waits for its missiles.</summary>
    public FinishGuidance? FinishGuidance { get; init; }

    /// <summary>Whether it leaves when it has fired.</summary>
    public MoveAfterFiring? MoveAfterFiring { get; init; }

    /// <summary>How long it stays dark.</summary>
    public HoldDown? HoldDown { get; init; }

    /// <summary>What it does when it runs out of rounds.</summary>
    public WithdrawToReload? Reload { get; init; }

    /// <summary>Rules by zone and time, in the order of the file.</summary>
    public IReadOnlyList<FireZone> Zones { get; init; } = [];

    /// <summary>Rounds that are kept back.</summary>
    public RoundReserve? Reserve { get; init; }

    /// <summary>By asset, how many times its value it counts for this unit.</summary>
    public IReadOnlyDictionary<string, double> Priorities { get; init; } = new Dictionary<string, double>(StringComparer.Ordinal);

    /// <summary>Where the doctrine stands.</summary>
    public DocumentPlace Place { get; init; }

    /// <summary>The units and assets that it names.</summary>
    internal IReadOnlyList<UnitMention> Mentions { get; init; } = [];

    /// <summary>The blocks it is made of, with where each stands.</summary>
    internal IReadOnlyList<(string Name, DocumentPlace Place)> Blocks { get; init; } = [];

    /// <summary>Whether something of it shuts radars down.</summary>
    public bool Darkens => Cue is not null || Ambush is not null || AntiRadiation is { ShutsDown: true } or { Guard: not null };

    /// <summary>Whether it needs to know whether others are still there.</summary>
    internal bool Listens => FallBack is not null || AntiRadiation is { Guard: not null };

    /// <summary>Whether the crew has something to look after; zones, reserves and priorities are command's.</summary>
    internal bool IsReviewed => Cue is not null || Rotation is not null || Ambush is not null || SilentFire is not null || FallBack is not null || AntiRadiation is not null || MoveAfterFiring is not null || Reload is not null;
}
