using Bulwark.Simulation.Planning;
using Bulwark.Simulation.Recording;
using Bulwark.Simulation.Scenarios;

namespace Bulwark.Simulation.Outcomes;

/// <summary>Pieces of debris that came down, or will: how many, and how many of them inside the radius of a defended asset. Immutable.</summary>
/// <param name="OfAttackers">Of killed attackers.</param>
/// <param name="OfAttackersInside">Of these, inside a defended asset's radius.</param>
/// <param name="OfProtected">Of wrongly killed friends and neutrals, such as airliners.</param>
/// <param name="OfProtectedInside">Of these, inside a defended asset's radius.</param>
/// <param name="OfRounds">Motor cases of the defence's own rounds.</param>
/// <param name="OfRoundsInside">Of these, inside a defended asset's radius.</param>
public sealed record DebrisCounts(int OfAttackers, int OfAttackersInside, int OfProtected, int OfProtectedInside, int OfRounds, int OfRoundsInside)
{
    /// <summary>All pieces.</summary>
    public int Total => OfAttackers + OfProtected + OfRounds;

    /// <summary>All pieces inside a defended asset's radius.</summary>
    public int Inside => OfAttackersInside + OfProtectedInside + OfRoundsInside;

    internal static DebrisCounts Of(RunPlan plan, Recorder recorder)
    {
        Span<int> fell = stackalloc int[3];
        Span<int> inside = stackalloc int[3];
        fell.Clear();
        inside.Clear();
        foreach (ref readonly var row in recorder.Events<DebrisFell>())
        {
            var of = row.Happened.Target < 0 ? 2 : plan.Targets[row.Happened.Target].Group.Allegiance == Allegiance.Hostile ? 0 : 1;
            fell[of]++;
            if (row.Happened.Asset >= 0) inside[of]++;
        }

        return new DebrisCounts(fell[0], inside[0], fell[1], inside[1], fell[2], inside[2]);
    }
}
