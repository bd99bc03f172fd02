using Bulwark.Core.Randomness;
using Bulwark.Core.Timing;
using Bulwark.Flight.Motion;

namespace Bulwark.Simulation.Scenarios;

/// <summary>What a motion is told about the member of a group that it moves. Immutable.</summary>
/// <param name="Group">The group.</param>
/// <param name="Member">Number of the member, from 0.</param>
/// <param name="Route">The group's route, moved aside to the member's place in the formation.</param>
/// <param name="Start">When it begins.</param>
/// <param name="Luck">Random numbers of the member's own; a copy begins where it was copied.</param>
public sealed record MemberFlight(FlightGroup Group, int Member, IReadOnlyList<RoutePoint> Route, SimTime Start, RandomStream Luck)
{
    /// <summary>The flight that the member would have without a motion of its own over the smooth Earth: the route at its own heights.</summary>
    /// <exception cref="ArgumentException">A point of the route cannot be flown to.</exception>
    public TrajectorySegment[] AlongRoute()
    {
        var load = Group.Class.TurnLoadMPerS2;
        return RouteBuilder.RoundClimbs(RouteBuilder.Build([.. Route], load, Start), load);
    }
}
