using Bulwark.Core.Earth;
using Bulwark.Operations.Identification;
using Bulwark.Simulation.Scenarios.Doctrines;

namespace Bulwark.Simulation.Planning;

/// <summary>The behaviours of one unit made ready. Immutable.</summary>
public sealed class PlannedDoctrine
{
    internal PlannedDoctrine(int picture, DoctrineBehaviours behaviours, int[] rows)
    {
        Picture = picture;
        Behaviours = behaviours;
        Rows = rows;
        if (behaviours.AntiRadiation is { } reaction) AttackTest = new SequentialTest(reaction.FalseAlarmProbability, reaction.MissedProbability);
    }

    /// <summary>Index of the picture that it decides on; a battery's picture has the battery's index.</summary>
    public int Picture { get; }

    /// <summary>The behaviours of the scenario.</summary>
    public DoctrineBehaviours Behaviours { get; }

    /// <summary>Its radars and fire units: nodes by their index, then fire units after all nodes.</summary>
    internal int[] Rows { get; }

    /// <summary>The test that takes a track for an anti-radiation missile.</summary>
    internal SequentialTest AttackTest { get; }

    /// <summary>Where it stands at the start, Earth-fixed, metres.</summary>
    internal EcefVector Home { get; init; }
}
