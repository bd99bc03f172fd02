using Bulwark.Core.Earth;

namespace Bulwark.Flight.Interceptors;

/// <summary>
/// Flies one kind of round: vertical launch, turn-over and boost, mid-course along a lofted path to the predicted intercept point, and
/// proportional navigation at the end. Immutable and usable from any thread; a step does not allocate.
/// </summary>
/// <remarks>
/// Teaching level: a point mass with first-order lag. Sources: Zarchan, Tactical and Strategic Missile Guidance, 6th ed. (2012), chapters 2, 3 and 8
/// (proportional navigation, lag, gravity compensation); Siouris, Missile Guidance and Control Systems (2004), section 4.8 (mid-course guidance).
/// Commands are renewed at each internal step (at most 0.05 s while it turns over, 0.1 s in boost and in the last seconds, 0.4 s in mid-course, 0.02 s
/// in the terminal phase) and held inside it; sixteenths of these steps change an intercept by less than 0.04 s. See docs/models/flight.md.
/// </remarks>
public sealed class InterceptorFlight
{
    private const double TurnOverStepS = 0.05;
    private const double BoostStepS = 0.1;
    private const double MidcourseStepS = 0.4;
    private const double TerminalStepS = 0.02;

    // Shorter than this is no time, seconds: what sums of steps may be off by.
    private const double MomentS = 1e-9;

    // Rate at which mid-course guidance turns the velocity towards its aim, per second: with lags below 0.5 s well damped (ζ > 0.7).
    private const double SteeringRate = 1;

    // How long after its rise a round turns so fast that its commands must follow closely, seconds.
    private const double TurnOverTimeS = 2.5;

    // Less than this before the intercept, mid-course guidance navigates on the estimate instead of steering to a point.
    private const double HomingTimeS = 4;

    // The loft has half its share of the range at a ground range of this share of its ceiling.
    private const double LoftOnsetShare = 0.8;

    private readonly InterceptorParameters _parameters;
    private readonly PointMass<EarthEnvironment> _body;
    private readonly FlyoutTable? _table;
    private readonly double _burnoutSpeedMPerS;
    private readonly double _stepShare;

    /// <summary>Prepares a kind of round; its fly-out table comes from <see cref="FlyoutTables"/>.</summary>
    /// <param name="parameters">The round.</param>
    public InterceptorFlight(InterceptorParameters parameters)
        : this(parameters, FlyoutTables.For(parameters, threads: 1))
    {
    }

    /// <summary>Prepares a round with a given table for its time to go; none needs only fixed aim points.</summary>
    /// <param name="parameters">The round.</param>
    /// <param name="table">Its table.</param>
    /// <param name="stepShare">Share of the usual internal steps to fly in, to see how little they matter.</param>
    internal InterceptorFlight(InterceptorParameters parameters, FlyoutTable? table, double stepShare = 1)
    {
        _stepShare = stepShare;
        ArgumentNullException.ThrowIfNull(parameters);
        _parameters = parameters;
        _table = table;
        _body = new PointMass<EarthEnvironment>(parameters, DragCurve.Standard, default);
        _burnoutSpeedMPerS = parameters.PropellantMassKg > 0
            ? parameters.ThrustN * parameters.BurnTimeS / parameters.PropellantMassKg * Math.Log(parameters.LaunchMassKg / (parameters.LaunchMassKg - parameters.PropellantMassKg))
            : parameters.LaunchSpeedMPerS;
    }

    /// <summary>A round that leaves its launcher.</summary>
    /// <param name="launcherPosition">Earth-fixed position of the launcher, metres.</param>
    public InterceptorState Launch(EcefVector launcherPosition) => new()
    {
        Position = launcherPosition,
        Launcher = launcherPosition,
        Velocity = EarthEnvironment.Up(launcherPosition) * _parameters.LaunchSpeedMPerS,
        MassKg = _parameters.LaunchMassKg,
        TimeToGoS = double.NaN,
        LoftPerM = double.NaN,
        Phase = InterceptorPhase.Boost,
    };

    /// <summary>Flies one step.</summary>
    /// <param name="state">The round; changed in place.</param>
    /// <param name="guidance">What is known of the target at the start of the step.</param>
    /// <param name="stepS">Length of the step, seconds; longer ones are divided.</param>
    /// <returns>Whether the round flies on; afterwards it must not be stepped further.</returns>
    public InterceptorStatus Step(ref InterceptorState state, in GuidanceInput guidance, double stepS)
    {
        Integrate(ref state, guidance, stepS);
        if (state.AgeS > _parameters.MaximumFlightTimeS) return InterceptorStatus.TimeExpired;
        var slow = state.AgeS > _parameters.MotorTimeS && state.Velocity.LengthSquared < _parameters.MinimumSpeedMPerS * _parameters.MinimumSpeedMPerS;
        return slow ? InterceptorStatus.OutOfEnergy : InterceptorStatus.Flying;
    }

    /// <summary>Flies one step without asking whether the round is still useful.</summary>
    internal void Integrate(ref InterceptorState state, in GuidanceInput guidance, double stepS)
    {
        for (var elapsedS = 0.0; elapsedS < stepS - MomentS;)
        {
            var largestS = _stepShare * (guidance.Terminal ? TerminalStepS : LargestStepS(state.AgeS, state.TimeToGoS));
            var parts = Math.Max(1, Math.Ceiling(((stepS - elapsedS) / largestS) - 1e-9));
            var partS = Math.Min((stepS - elapsedS) / parts, LeftS(state.AgeS));
            Advance(ref state, guidance.After(elapsedS), partS);
            elapsedS += partS;
        }
    }

    private double LargestStepS(double ageS, double timeToGoS)
    {
        if (ageS < _parameters.VerticalRiseS + TurnOverTimeS - MomentS) return TurnOverStepS;
        return ageS < _parameters.BurnTimeS || timeToGoS < HomingTimeS + 1 ? BoostStepS : MidcourseStepS;
    }

    // Time until what the round does changes: the rise or a burn ends. No step straddles that.
    private double LeftS(double ageS)
    {
        if (_parameters.VerticalRiseS - ageS > MomentS) return Math.Min(_parameters.VerticalRiseS, _parameters.BurnTimeS > MomentS ? _parameters.BurnTimeS : _parameters.VerticalRiseS) - ageS;
        if (_parameters.BurnTimeS - ageS > MomentS) return _parameters.BurnTimeS - ageS;
        return _parameters.MotorTimeS - ageS > MomentS ? _parameters.MotorTimeS - ageS : double.PositiveInfinity;
    }

    private void Advance(ref InterceptorState state, in GuidanceInput guidance, double stepS)
    {
        if (state.AgeS == 0 && _parameters.LaunchElevationRad < Math.PI / 2) TurnRail(ref state, guidance.TargetPosition);
        var (position, velocity, lateral) = (state.Position, state.Velocity, state.Lateral);
        var air = _body.Conditions(position, velocity);
        var speedMPerS = velocity.Length;
        var forward = velocity / speedMPerS;
        var wanted = Command(ref state, guidance, forward, speedMPerS) - air.Gravity;
        var command = wanted - (forward * wanted.Dot(forward));
        var availableMPerS2 = _body.AvailableLoadMPerS2(state.AgeS, air.DensityKgPerM3, speedMPerS);
        var loadMPerS2 = command.Length;
        if (loadMPerS2 > availableMPerS2) command *= availableMPerS2 / loadMPerS2;

        if (stepS > 1.01 * TerminalStepS) _body.Advance(ref position, ref velocity, ref lateral, state.AgeS, command, stepS, in air);
        else _body.AdvanceShort(ref position, ref velocity, ref lateral, state.AgeS, command, stepS, in air);
        (state.Position, state.Velocity, state.Lateral) = (position, velocity, lateral);
        state.AgeS += stepS;
        state.TimeToGoS -= stepS;
        state.MassKg = _body.MassKg(state.AgeS);
    }

    // A launcher that is no vertical one points to the target's side before it fires.
    private void TurnRail(ref InterceptorState state, in EcefVector target)
    {
        var up = EarthEnvironment.Up(state.Position);
        var way = target - state.Position;
        var level = way - (up * way.Dot(up));
        if (!(level.Length > 1)) return;
        var (sine, cosine) = Math.SinCos(_parameters.LaunchElevationRad);
        state.Velocity = ((level.Normalized() * cosine) + (up * sine)) * _parameters.LaunchSpeedMPerS;
    }

    // The acceleration that guidance wants besides gravity.
    private EcefVector Command(ref InterceptorState state, in GuidanceInput guidance, in EcefVector forward, double speedMPerS)
    {
        // Once homing, a round navigates on what it sees: where it would meet the target is no longer asked.
        if (guidance.Terminal && state.Phase == InterceptorPhase.Terminal) return Navigate(state.Position, state.Velocity, guidance);
        var aim = AimPoint(ref state, guidance, speedMPerS, out var aimHeightM);
        if (state.AgeS < _parameters.VerticalRiseS - MomentS)
        {
            state.Phase = InterceptorPhase.Boost;
            return EcefVector.Zero;
        }

        var turned = state.AgeS >= _parameters.BurnTimeS || state.Phase == InterceptorPhase.Terminal || PointsAt(aim - state.Position, forward);
        if (turned && (guidance.Terminal || state.TimeToGoS < HomingTimeS))
        {
            state.Phase = guidance.Terminal ? InterceptorPhase.Terminal : InterceptorPhase.Midcourse;
            return Navigate(state.Position, state.Velocity, guidance);
        }

        state.Phase = state.AgeS < _parameters.BurnTimeS ? InterceptorPhase.Boost : InterceptorPhase.Midcourse;

        // Path height over the chord y = LoftPerM (flown)(to go): its slope exceeds the chord's direction by LoftPerM (to go).
        var up = EarthEnvironment.Up(state.Position);
        var way = aim - state.Position;
        var level = way - (up * way.Dot(up));
        var groundM = level.Length;
        var riseM = aimHeightM - EarthEnvironment.HeightM(state.Position) + (state.LoftPerM * groundM * groundM);
        var wanted = (level + (up * riseM)).Normalized();
        var across = wanted - (forward * wanted.Dot(forward));
        var sine = across.Length;
        if (!(sine > 1e-12)) return EcefVector.Zero;
        var errorRad = Math.Atan2(sine, wanted.Dot(forward));
        return across * (SteeringRate * speedMPerS * errorRad / sine);
    }

    // Proportional navigation supposes a small heading error and turns a slow round too gently: in boost it waits until the round has turned over to
    // within 30 degrees of its aim.
    private static bool PointsAt(in EcefVector way, in EcefVector forward) => way.Dot(forward) > 0.866 * way.Length;

    private EcefVector Navigate(in EcefVector position, in EcefVector velocity, in GuidanceInput guidance)
    {
        var sight = guidance.TargetPosition - position;
        if (guidance.Terminal && (guidance.HorizontalErrorRad != 0 || guidance.VerticalErrorRad != 0))
        {
            var aside = sight.Cross(EarthEnvironment.Up(position));
            var asideM = aside.Length;
            if (asideM > 0)
            {
                aside /= asideM;
                var rangeM = sight.Length;
                var upward = aside.Cross(sight) / rangeM;
                sight += ((aside * guidance.HorizontalErrorRad) + (upward * guidance.VerticalErrorRad)) * rangeM;
            }
        }

        var relative = guidance.TargetVelocity - velocity;

        // Opening already: there is nothing left to steer for.
        if (sight.Dot(relative) >= 0) return EcefVector.Zero;
        var command = ProportionalNavigation.Command(sight, relative, _parameters.NavigationRatio);
        return _parameters.IsAugmented ? command + ProportionalNavigation.Augmentation(sight, guidance.TargetAcceleration, _parameters.NavigationRatio) : command;
    }

    // One step of Newton on "time to go = time to fly to where the target is then" at each internal step, a few at launch. Early in the flight the
    // time to fly is the table's less the age, near its end it is distance over speed.
    private EcefVector AimPoint(ref InterceptorState state, in GuidanceInput guidance, double speedMPerS, out double heightM)
    {
        var first = double.IsNaN(state.TimeToGoS);
        if (first) state.TimeToGoS = 0;
        var aim = guidance.TargetPosition;
        heightM = 0;
        var course = guidance.IsBallistic ? default : new LevelCourse(guidance.TargetPosition, guidance.TargetVelocity);
        for (var turns = first ? 12 : 1; turns > 0; turns--)
        {
            if (guidance.IsBallistic)
            {
                aim = EarthEnvironment.FallingAhead(guidance.TargetPosition, guidance.TargetVelocity, guidance.TargetAcceleration, state.TimeToGoS);
                heightM = EarthEnvironment.HeightM(aim);
            }
            else
            {
                aim = course.At(state.TimeToGoS, out heightM);
            }

            var (flyS, growth) = TimeToFlyS(state.Position, state.Launcher, state.AgeS, aim, heightM, guidance.TargetVelocity, speedMPerS);
            var towards = state.TimeToGoS - ((state.TimeToGoS - flyS) / Math.Max(1 - growth, 0.2));
            state.TimeToGoS = Math.Clamp(towards, 0, _parameters.MaximumFlightTimeS);
        }

        if (double.IsNaN(state.LoftPerM)) state.LoftPerM = LoftPerM(state.Launcher, aim);
        return aim;
    }

    // Time to fly to the aim point and how fast it grows while the target flies on.
    private (double FlyS, double Growth) TimeToFlyS(
        in EcefVector position, in EcefVector launcher, double ageS, in EcefVector aim, double aimHeightM, in EcefVector targetVelocity, double speedMPerS)
    {
        var left = aim - position;
        var leftM = Math.Max(left.Length, 1);
        var meanMPerS = ageS < _parameters.BurnTimeS ? Math.Max(speedMPerS, 0.6 * _burnoutSpeedMPerS) : speedMPerS;
        var directS = leftM / meanMPerS;
        var directGrowth = left.Dot(targetVelocity) / (leftM * meanMPerS);
        if (_table is null) return (directS, directGrowth);

        var whole = aim - launcher;
        var wholeM = Math.Max(whole.Length, 1);
        var tableS = _table.TimeOfFlightS(launcher, aim, aimHeightM);
        var tableGrowth = whole.Dot(targetVelocity) * tableS / (wholeM * wholeM);
        var share = Math.Clamp(leftM / wholeM, 0, 1);
        return ((share * Math.Max(tableS - ageS, 0)) + ((1 - share) * directS), (share * tableGrowth) + ((1 - share) * directGrowth));
    }

    private double LoftPerM(in EcefVector launcher, in EcefVector aim)
    {
        var way = aim - launcher;
        var up = EarthEnvironment.Up(launcher);
        var groundM = (way - (up * way.Dot(up))).Length;
        var middleM = 0.5 * (EarthEnvironment.HeightM(launcher) + EarthEnvironment.HeightM(aim));
        var ceilingM = _parameters.LoftHeightM;
        if (!(groundM > 1) || !(ceilingM > middleM)) return 0;

        // Short flights have no time to come down from a loft, high targets no air to come down with: the loft fades for both.
        var share = Math.Min(1, _parameters.LoftFactor * groundM * groundM / (ceilingM * (groundM + (LoftOnsetShare * ceilingM))));
        return 4 * share * (ceilingM - middleM) / (groundM * groundM);
    }
}
