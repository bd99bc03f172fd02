using Bulwark.Core.Earth;
using Bulwark.Core.Timing;
using Bulwark.Operations.Identification;
using Bulwark.Operations.Picture;
using Bulwark.Simulation.Recording;
using Bulwark.Simulation.World;
using Bulwark.Tracking.Tracks;

namespace Bulwark.Simulation.Stages;

/// <summary>Weighs what the tracks of a picture show of the kind of target they are, and records when a battery takes one for another kind.</summary>
internal static class KindDesk
{
    /// <summary>Plots after which a track's motion is known well enough to be weighed.</summary>
    private const int FirstHits = 5;

    // So well its velocity must be known besides: to this share of its speed, or this many m/s.
    private const double VelocityShare = 0.25;
    private const double VelocityMPerS = 40;

    // What is noise more than motion is not weighed: climb and course count when their errors are at most these shares of the speed, well inside the ranges of the signs.
    private const double ClimbShare = 0.05;
    private const double CourseShare = 0.07;

    /// <summary>Weighs one track and says what it is believed to be; null before it is known well enough.</summary>
    /// <param name="input">The command.</param>
    /// <param name="rules">What signs are worth.</param>
    /// <param name="track">The track.</param>
    /// <param name="truth">What is behind it, for the record.</param>
    /// <param name="output">Where changes go.</param>
    public static KindBelief? Weigh(in CommandInput input, KindRules rules, in Track track, TruthTag truth, StageOutput output)
    {
        while (input.Kinds.Count <= track.Id) input.Kinds.Add(default);
        ref var note = ref input.Kinds[track.Id];
        if (!note.IsKnown && (track.Hits < FirstHits || track.Estimate.VelocitySigmaMPerS > Math.Max(VelocityMPerS, VelocityShare * track.Velocity.Length))) return null;

        // What falls freely is told by its path.
        if (track.IsBallistic) return null;
        if (!note.IsKnown || (track.LastUpdate - note.LookedAt).TotalS >= rules.LookPeriodS) Look(in input, rules, in track, ref note);
        if (!note.HasStrength && track.Echoes >= KindRules.EchoesForStrength)
        {
            rules.Strength.Weigh(track.EchoDbSm, ref note.Scores);
            note.HasStrength = true;
        }

        var judged = rules.Judge(in note.Scores);
        rules.Bound(ref note.Scores);

        // A decision stands until the evidence suffices for another.
        var kind = judged == TargetKind.Unknown ? note.Kind : judged;
        var belief = rules.Believe(in note.Scores, kind);
        if (kind != note.Kind)
        {
            note.Kind = kind;
            var happened = new TrackKindJudged(
                input.BatteryIndex, track.Id, TruthTag.Unsaid, kind, belief.AircraftProbability, belief.CruiseMissileProbability, belief.DroneProbability, belief.DecoyProbability, belief.AntiRadiationProbability);
            output.Record(input.Now, in happened, truth);
        }

        return belief;
    }

    private static void Look(in CommandInput input, KindRules rules, in Track track, ref KindNote note)
    {
        var (position, velocity) = (track.Estimate.Position, track.Velocity);
        var speed = velocity.Length;
        var up = position.Normalized();
        var (climbSigma, courseSigma) = Errors(in track, up);
        var course = courseSigma <= CourseShare * speed ? velocity : EcefVector.Zero;
        if (!note.IsKnown)
        {
            rules.Speed.Weigh(speed, ref note.Scores);
            rules.Height.Weigh(Wgs84.HeightM(position), ref note.Scores);
            rules.Origin.Weigh(NearestEarlierM(in input, in track), ref note.Scores);
        }
        else if (note.Course != EcefVector.Zero && course != EcefVector.Zero)
        {
            rules.Turn.Weigh(Math.Acos(Math.Clamp(velocity.Dot(note.Course) / Math.Max(1e-9, speed * note.Course.Length), -1, 1)), ref note.Scores);
        }

        if (climbSigma <= ClimbShare * speed) rules.Climb.Weigh(velocity.Dot(up) / speed, ref note.Scores);
        (note.LookedAt, note.Course, note.IsKnown) = (track.LastUpdate, course, true);
    }

    // Standard deviations of the velocity upwards and in a level direction, m/s.
    private static (double Up, double Level) Errors(in Track track, EcefVector up)
    {
        var covariance = track.Covariance;
        double Along(EcefVector a, EcefVector b)
        {
            ReadOnlySpan<double> first = [a.X, a.Y, a.Z];
            ReadOnlySpan<double> second = [b.X, b.Y, b.Z];
            var sum = 0.0;
            for (var row = 0; row < 3; row++)
            {
                for (var column = 0; column < 3; column++) sum += first[row] * covariance.At(3 + row, 3 + column) * second[column];
            }

            return sum;
        }

        var vertical = Along(up, up);
        var all = covariance.At(3, 3) + covariance.At(4, 4) + covariance.At(5, 5);
        return (Math.Sqrt(vertical), Math.Sqrt(Math.Max(0, all - vertical) / 2));
    }

    // How far off the nearest of the tracks was that were there before, as it is now known where they were.
    private static double NearestEarlierM(in CommandInput input, in Track track)
    {
        var nearestM = double.PositiveInfinity;
        var origin = track.PositionAt(track.FirstTime);
        foreach (ref readonly var other in input.Picture)
        {
            if (other.Status != TrackStatus.Confirmed || other.FirstTime >= track.FirstTime) continue;
            nearestM = Math.Min(nearestM, other.PositionAt(track.FirstTime).DistanceTo(origin));
        }

        return nearestM;
    }
}
