using Bulwark.Core.Randomness;
using Bulwark.Core.Timing;
using Bulwark.Simulation.Scenarios;

namespace Bulwark.Simulation.Planning;

/// <summary>Where the members of a group fly: how far to the right of its route, and how long after its start.</summary>
internal static class FormationLayout
{
    /// <summary>The place of a member.</summary>
    /// <param name="group">The group.</param>
    /// <param name="member">Its number, from 0.</param>
    /// <param name="luck">The member's luck, used by scattered groups only.</param>
    public static (double RightM, SimDuration Behind) Offset(FlightGroup group, int member, ref RandomStream luck)
    {
        var side = (int)Math.Ceiling(Math.Sqrt(group.Count));
        switch (group.Formation)
        {
            case Formation.Line:
                return (Across(member, group.Count, group.SpacingM), SimDuration.Zero);
            case Formation.Column:
                return (0, Time(group, member));
            case Formation.Wedge:
                var step = (member + 1) / 2;
                return ((member % 2 == 0 ? step : -step) * group.SpacingM, Time(group, step));
            case Formation.Box:
                return (Across(member % side, InRank(group.Count, member / side, side), group.SpacingM), Time(group, member / side));
            case Formation.Scattered:
                var width = side - 1;
                return ((luck.NextUnit() - 0.5) * width * group.SpacingM, Time(group, luck.NextUnit() * width));
            default:
                var (rank, place) = Math.DivRem(member, group.Abreast);
                return (Across(place, InRank(group.Count, rank, group.Abreast), group.SpacingM), group.RankInterval * rank);
        }
    }

    private static int InRank(int count, int rank, int abreast) => Math.Min(abreast, count - (rank * abreast));

    private static double Across(int place, int inRank, double spacingM) => (place - ((inRank - 1) / 2.0)) * spacingM;

    // The distance behind the first is flown on the route's first leg.
    private static SimDuration Time(FlightGroup group, double steps) => SimDuration.FromSeconds(steps * group.SpacingM / group.Route[1].SpeedMPerS);
}
