using Bulwark.Simulation.Events;
using Bulwark.Simulation.Scenarios.Networks;
using Bulwark.Simulation.World;

namespace Bulwark.Simulation.Stages;

/// <summary>
/// Friends that take part in the network tell who and where they are, as their own navigation knows it. It is the one way from a target to a picture that leads
/// through no radar, and only who wants to be known takes it.
/// </summary>
internal sealed class MemberStage : IStage<MemberInput>
{
    /// <summary>Error of their own navigation, metres; satellite navigation with a margin. Assumed.</summary>
    private const double NavigationSigmaM = 50;

    public void Execute(in MemberInput input, StageOutput output)
    {
        var (group, node) = input.Plan.Reporters[input.Reporter];
        var speaks = input.Now.Nanoseconds % input.Plan.Network.Liaison.Period.Nanoseconds < input.Plan.Period.Nanoseconds;
        for (var target = 0; target < input.Targets.Length; target++)
        {
            if (input.Statuses[target] != TargetStatus.Flying || input.Targets[target].Group.Id != group) continue;
            var (position, velocity) = input.Targets[target].StateAt(input.Now);
            var content = input.Sharing.Reports.Add(new SharedReport
            {
                Track = -1,
                Time = input.Now,
                Position = position,
                Velocity = velocity,
                PositionSigmaM = NavigationSigmaM,
                HeightSigmaM = NavigationSigmaM,
                IsNeutral = true,
                IsNew = true,
                Truth = TruthTag.Of(target),
            });
            for (var other = 0; other < input.Plan.Receivers.Length; other++)
            {
                var grade = input.Plan.Receivers[other] is null ? -1 : input.Sharing.Network.RouteGrade(node, other);
                if (grade >= 0 && (speaks || grade < (int)LinkTraffic.Voice)) input.Sharing.Network.Send(input.Now, node, other, input.Plan.Network.ReportBits, content);
            }
        }

        SharingDesk.ScheduleNext(input.Now, input.Sharing, output);
        output.Schedule(input.Now + input.Plan.Period, EventKind.MembersReport, input.Reporter);
    }
}
