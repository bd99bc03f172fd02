using Bulwark.Core.Timing;
using Bulwark.Simulation.Events;
using Bulwark.Simulation.Recording;
using Bulwark.Simulation.World;

namespace Bulwark.Simulation.Stages;

/// <summary>The crew of a unit looks at its situation, as it believes it to be, and does what its doctrine says about its radars and its position.</summary>
internal sealed class DoctrineStage : IStage<DoctrineInput>
{
    public void Execute(in DoctrineInput input, StageOutput output)
    {
        var behaviours = input.Plan.Behaviours;
        if (behaviours.FallBack is { } alone) DoctrineBelief.Listen(in input, alone, output);
        if (behaviours.Cue is { } cue) DoctrineBelief.WatchCue(in input, cue);
        if (behaviours.Ambush is { } ambush) DoctrineBelief.WatchAmbush(in input, ambush);
        if (behaviours.AntiRadiation is { } reaction) DoctrineBelief.WatchAttack(in input, reaction);
        DoctrineMoves.Review(in input, output);
        for (var index = 0; index < input.Plan.Rows.Length; index++) DoctrineRadars.Switch(in input, index, output);
        if (input.Plan.Facings.Length > 0) DoctrineMoves.TurnToCue(in input, output);
        output.Schedule(input.Now + SimDuration.FromSeconds(behaviours.ReviewPeriodS), EventKind.DoctrineReviewed, input.Plan.Picture);
    }

    /// <summary>Records that a radar or fire unit, or the unit as a whole (row -1), acted.</summary>
    public static void Record(in DoctrineInput input, int row, DoctrineCause cause, DoctrineAction action, int track, double value, StageOutput output)
    {
        var isUnit = row >= 0 && input.IsUnit(row);
        var truth = track >= 0 ? input.Picture.Notes[track].Truth : default;
        var happened = new DoctrineActed(input.Plan.Picture, isUnit ? -1 : row, isUnit ? row - input.Emitter.Nodes.Length : -1, cause, action, track, TruthTag.Unsaid, value);
        output.Record(input.Now, in happened, truth);
    }
}
