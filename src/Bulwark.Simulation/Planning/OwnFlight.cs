using Bulwark.Core.Earth;
using Bulwark.Flight.Motion;
using Bulwark.Simulation.Scenarios;

namespace Bulwark.Simulation.Planning;

/// <summary>Asks a motion of the user's own for a flight and refuses one that cannot be flown.</summary>
internal static class OwnFlight
{
    // Hermite segments join exactly; a metre leaves room for a motion that rounds.
    private const double JumpM = 1;

    /// <summary>The flight of a member.</summary>
    /// <exception cref="ArgumentException">It has no segments, gaps, jumps or numbers that are none.</exception>
    public static TrajectorySegment[] Of(IMemberMotion motion, MemberFlight member)
    {
        TrajectorySegment[] segments = [.. motion.Fly(member)];
        if (segments.Length == 0) throw Wrong(motion, member, "gives no segments; expected at least one");
        if (segments[0].Start != member.Start) throw Wrong(motion, member, $"begins at {segments[0].Start.TotalS:0.###} s; expected the start it was given, {member.Start.TotalS:0.###} s");
        for (var index = 0; index < segments.Length; index++)
        {
            ref readonly var segment = ref segments[index];
            if (segment.End <= segment.Start) throw Wrong(motion, member, $"has a segment (number {index + 1}) that does not end after it begins");
            var (from, to) = (segment.Position(segment.Start), segment.Position(segment.End));
            if (!IsFinite(from) || !IsFinite(to) || !IsFinite(segment.Velocity(segment.Start))) throw Wrong(motion, member, $"has a segment (number {index + 1}) whose place or speed is not a number");
            if (index == 0) continue;
            ref readonly var before = ref segments[index - 1];
            if (before.End != segment.Start) throw Wrong(motion, member, $"leaves a gap in time before segment {index + 1}; expected it to begin when the one before ends, at {before.End.TotalS:0.###} s");
            var jumpM = before.Position(before.End).DistanceTo(from);
            if (jumpM > JumpM) throw Wrong(motion, member, $"jumps {jumpM:0.#} m at the beginning of segment {index + 1}; expected at most {JumpM:0} m");
        }

        return segments;
    }

    private static bool IsFinite(EcefVector vector) => double.IsFinite(vector.LengthSquared);

    private static ArgumentException Wrong(IMemberMotion motion, MemberFlight member, string problem) =>
        new(FormattableString.Invariant($"group '{member.Group.Id}', member {member.Member + 1}: the motion {motion.GetType().Name} {problem}"), nameof(motion));
}
