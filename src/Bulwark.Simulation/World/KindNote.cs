using Bulwark.Core.Earth;
using Bulwark.Core.Timing;
using Bulwark.Operations.Identification;
using Bulwark.Operations.Picture;

namespace Bulwark.Simulation.World;

/// <summary>What speaks for one kind of target or another beside a track. A row of a picture's table, by the track's number.</summary>
internal struct KindNote
{
    public KindScores Scores;

    /// <summary>When it was last looked at; its signs that count once are in since then, but for its strength.</summary>
    public SimTime LookedAt { get; set; }

    /// <summary>How it flew then; zero when that was not known well enough.</summary>
    public EcefVector Course { get; set; }

    /// <summary>Whether the strength of its echoes has counted.</summary>
    public bool HasStrength { get; set; }

    /// <summary>What it was last taken for.</summary>
    public TargetKind Kind { get; set; }

    /// <summary>Whether it has been looked at.</summary>
    public bool IsKnown { get; set; }
}
