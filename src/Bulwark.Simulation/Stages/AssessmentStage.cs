using Bulwark.Simulation.Events;
using Bulwark.Simulation.Recording;
using Bulwark.Simulation.World;

namespace Bulwark.Simulation.Stages;

/// <summary>
/// Looks after a salvo: a target that the engagement radar has seen since the last intercept is fired at again, as often as doctrine
/// allows; one that it has not seen since a round passed it is judged killed, and one that no round came to is lost. The judgement is command's, and may be wrong.
/// </summary>
internal sealed class AssessmentStage : IStage<AssessmentInput>
{
    public void Execute(in AssessmentInput input, StageOutput output)
    {
        ref var engagement = ref input.Engagements[input.EngagementIndex];
        if (engagement.Phase != EngagementPhase.Assessing) return;
        // A radar that is off cannot tell whether its target is dead.
        var works = input.Emitters[input.EmitterRow].Radiating;
        var stillSeen = engagement.LastSeenAt > engagement.LastInterceptAt;
        if (stillSeen && works && engagement.Salvos < input.Plan.Doctrine.MaximumSalvos)
        {
            engagement.Salvos++;
            engagement.RoundsToFire = input.Plan.Doctrine.SalvoSize;
            engagement.Phase = EngagementPhase.Firing;
            engagement.HasMet = false;
        }
        else
        {
            var result = stillSeen ? EngagementResult.GivenUp : works && engagement.HasMet ? EngagementResult.JudgedKilled : EngagementResult.TargetLost;
            EngagementDesk.End(input.Now, input.EngagementIndex, ref engagement, result, input.Plan, input.Unit, input.Battery, input.Notes, output, isOutOfSight: works);
        }

        output.Schedule(input.Now, EventKind.LaunchOpportunity, engagement.Unit);
    }
}
