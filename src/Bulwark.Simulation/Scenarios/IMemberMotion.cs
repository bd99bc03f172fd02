using Bulwark.Flight.Motion;

namespace Bulwark.Simulation.Scenarios;

/// <summary>
/// A motion of the user's own for the members of a <see cref="FlightGroup"/>. It says the whole flight before the run, as segments; they are
/// the flight that radars see, that rounds meet and that replays show. It may not look at the defence.
/// </summary>
/// <remarks>
/// The same member must always get the same flight: what is drawn at random comes from <see cref="MemberFlight.Luck"/>, and nothing else
/// may change between calls. Runs side by side call it from several threads.
/// </remarks>
public interface IMemberMotion
{
    /// <summary>The flight of one member.</summary>
    /// <param name="member">Who flies, from when, and the route that the scenario gives.</param>
    /// <returns>
    /// At least one segment. The first begins at <see cref="MemberFlight.Start"/>, each other one where and when the one before ends, to a
    /// metre. The end of the last one is the objective of an attacker.
    /// </returns>
    IReadOnlyList<TrajectorySegment> Fly(MemberFlight member);
}
