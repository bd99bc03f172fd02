using Bulwark.Core.Earth;
using Bulwark.Operations.Decisions;
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

    /// <summary>Its number in its rotation group, and how many are in it.</summary>
    internal (int Number, int Size) Turn { get; init; }

    /// <summary>By row, the places at which its radar faces other directions from where it stands at the start, that one first; empty when it need not turn.</summary>
    internal PlannedFacing[][] Facings { get; init; } = [];

    /// <summary>By row, its place after a move that firing set off; empty when there is none.</summary>
    internal int[] FiringPlaces { get; init; } = [];

    /// <summary>By row, its place after a move that an attack set off; empty when there is none.</summary>
    internal int[] AttackPlaces { get; init; } = [];

    /// <summary>Time for which it is away to be loaded, the way there and back included, seconds.</summary>
    internal double LoadingS { get; init; }

    /// <summary>Index of the picture that it listens for; -1 for anybody.</summary>
    internal int HeardFrom { get; init; } = -1;

    /// <summary>Index of the picture of the unit that guards it; -1 for none.</summary>
    internal int GuardFrom { get; init; } = -1;

    /// <summary>What it defends as its command sees it; null for the scenario's assets at their value.</summary>
    internal ProtectedArea[]? Areas { get; init; }

    /// <summary>The unit that it guards as an area; null when it guards none.</summary>
    internal ProtectedArea? Guarded { get; init; }

    /// <summary>The middles of the zones, Earth-fixed, metres; null for those that are everywhere.</summary>
    internal EcefVector?[] ZoneCentres { get; init; } = [];
}
