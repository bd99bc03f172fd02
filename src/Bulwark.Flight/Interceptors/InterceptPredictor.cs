using Bulwark.Core.Earth;

namespace Bulwark.Flight.Interceptors;

/// <summary>
/// Predicts intercepts of targets that keep course, speed and rate of climb: the fixed point of time of flight and target position, on the fly-out
/// table. Immutable and usable from any thread; a prediction does not allocate.
/// </summary>
public sealed class InterceptPredictor
{
    private const int LargestSteps = 24;
    private const double PrecisionS = 1e-4;

    private readonly FlyoutTable _table;
    private readonly InterceptorParameters _round;

    /// <summary>Uses the table of a round.</summary>
    /// <param name="table">The table.</param>
    public InterceptPredictor(FlyoutTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        _table = table;
        _round = table.Parameters;
    }

    /// <summary>Predicts the intercept of a target by a round launched now.</summary>
    /// <param name="launcherPosition">Earth-fixed position of the launcher, metres.</param>
    /// <param name="targetPosition">Earth-fixed position of the target at launch, metres.</param>
    /// <param name="targetVelocity">Earth-fixed velocity of the target, m/s.</param>
    public InterceptPrediction Predict(EcefVector launcherPosition, EcefVector targetPosition, EcefVector targetVelocity) =>
        Predict(launcherPosition, targetPosition, targetVelocity, guessS: 0);

    /// <summary>The same, sooner found when the time of flight is about known.</summary>
    /// <param name="launcherPosition">Earth-fixed position of the launcher, metres.</param>
    /// <param name="targetPosition">Earth-fixed position of the target at launch, metres.</param>
    /// <param name="targetVelocity">Earth-fixed velocity of the target, m/s.</param>
    /// <param name="guessS">A time of flight to begin with, such as that to a place near by, seconds; 0 when nothing is known.</param>
    public InterceptPrediction Predict(EcefVector launcherPosition, EcefVector targetPosition, EcefVector targetVelocity, double guessS)
    {
        // Root of f(t) = t - (time of flight to where the target is at t) by the secant rule, from a step of Newton's: f' = 1 - (recession)/(mean speed).
        var course = new LevelCourse(targetPosition, targetVelocity);
        var earlierS = guessS;
        var point = course.At(earlierS, out var heightM);
        var flyS = _table.TimeOfFlightS(launcherPosition, point, heightM);
        var away = point - launcherPosition;
        var recession = away.Dot(targetVelocity) * flyS / Math.Max(1, away.LengthSquared);
        var earlier = earlierS - flyS;
        var timeS = earlierS - (earlier / Math.Max(0.2, 1 - recession));
        var limitS = 4 * _round.MaximumFlightTimeS;
        for (var step = 0; step < LargestSteps; step++)
        {
            if (!(timeS >= 0 && timeS < limitS)) return InterceptPrediction.None;
            point = course.At(timeS, out heightM);
            var residual = timeS - _table.TimeOfFlightS(launcherPosition, point, heightM);
            if (Math.Abs(residual) < PrecisionS) return Judge(launcherPosition, point, targetVelocity, timeS, heightM, _round.LargestRangeM(heightM));
            var slope = (residual - earlier) / (timeS - earlierS);

            // The target runs away as fast as the round: there is no meeting to find.
            if (!(slope > 0.02)) return InterceptPrediction.None;
            (earlierS, earlier) = (timeS, residual);
            timeS -= residual / slope;
        }

        return InterceptPrediction.None;
    }

    /// <summary>Predicts the intercept of a target that falls freely (<see cref="FallingTarget"/>) by a round launched now.</summary>
    /// <param name="launcherPosition">Earth-fixed position of the launcher, metres.</param>
    /// <param name="targetPosition">Earth-fixed position of the target at launch, metres.</param>
    /// <param name="targetVelocity">Earth-fixed velocity of the target, m/s.</param>
    public InterceptPrediction PredictFalling(EcefVector launcherPosition, EcefVector targetPosition, EcefVector targetVelocity)
    {
        const double StepS = 1;
        var (position, velocity) = (targetPosition, targetVelocity);
        var earlier = -_table.TimeOfFlightS(launcherPosition, position);
        for (var timeS = StepS; timeS <= _round.MaximumFlightTimeS + StepS; timeS += StepS)
        {
            var before = position;
            FallingTarget.Step(ref position, ref velocity, StepS);
            var residual = timeS - _table.TimeOfFlightS(launcherPosition, position);
            if (residual >= 0)
            {
                // The target needs no more than a kilometre or two for the step, in which the time of flight is as good as straight.
                var share = earlier / (earlier - residual);
                var largestM = Math.Min(_round.BallisticRangeM, _round.MaximumRangeM);
                var point = before + ((position - before) * share);
                return Judge(launcherPosition, point, velocity, timeS - ((1 - share) * StepS), EarthEnvironment.HeightM(point), largestM);
            }

            if (EarthEnvironment.HeightM(position) < 0) return InterceptPrediction.None;
            earlier = residual;
        }

        return InterceptPrediction.None;
    }

    private InterceptPrediction Judge(in EcefVector launcher, in EcefVector point, in EcefVector targetVelocity, double timeS, double heightM, double largestM)
    {
        var terminalMPerS = _table.Speeds(launcher, point).Terminal;
        var rangeM = point.DistanceTo(launcher);
        var feasible = rangeM >= _round.MinimumRangeM && rangeM <= largestM
            && heightM >= _round.MinimumHeightM && heightM <= _round.MaximumHeightM
            && terminalMPerS >= _round.MinimumSpeedMPerS
            && timeS <= _round.MaximumFlightTimeS
            && targetVelocity.LengthSquared <= _round.MaximumTargetSpeedMPerS * _round.MaximumTargetSpeedMPerS;
        return new InterceptPrediction(feasible, point, timeS, terminalMPerS);
    }
}
