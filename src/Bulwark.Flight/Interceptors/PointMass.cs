using Bulwark.Core.Earth;

namespace Bulwark.Flight.Interceptors;

/// <summary>
/// Equations of motion of a thrusting point mass with drag and a lateral force, integrated by the classical Runge-Kutta method of order four, or
/// by the midpoint rule where steps are short.
/// </summary>
/// <remarks>
/// Sources: Zarchan, Tactical and Strategic Missile Guidance, 6th ed. (2012), chapters 6 and 10 (drag, boost); Fleeman, Tactical Missile Design,
/// 2nd ed. (2006), chapters 2 and 3 (normal force, drag due to lift). The body is inclined by the angle of attack α = m a / (q S C_Nα + T) that
/// gives the lateral acceleration a; drag grows by q S C_Nα α², the axial thrust falls to T cos α, and α has a limit, so the lateral acceleration
/// is limited to (q S C_Nmax + T α_max)/m.
/// </remarks>
internal sealed class PointMass<TEnvironment>(InterceptorParameters parameters, DragCurve curve, TEnvironment environment)
    where TEnvironment : struct, IFlightEnvironment
{
    private readonly double _burnTimeS = parameters.BurnTimeS;
    private readonly double _motorTimeS = parameters.MotorTimeS;
    private readonly double _massFlowKgPerS = parameters.BurnTimeS > 0 ? parameters.PropellantMassKg / parameters.BurnTimeS : 0;
    private readonly double _sustainFlowKgPerS = parameters.SustainTimeS > 0 ? parameters.SustainPropellantMassKg / parameters.SustainTimeS : 0;
    private readonly double _divertMPerS2 = parameters.DivertLoadMPerS2;
    private readonly double _dragAreaM2 = parameters.ReferenceAreaM2 * parameters.DragFactor;
    private readonly double _liftAreaPerRad = parameters.ReferenceAreaM2 * parameters.MaximumNormalForceRatio / parameters.MaximumAngleOfAttackRad;

    public FlightConditions Conditions(in EcefVector position, in EcefVector velocity) => environment.At(position, velocity);

    public double MassKg(double ageS) =>
        parameters.LaunchMassKg - (_massFlowKgPerS * Math.Clamp(ageS, 0, _burnTimeS)) - (_sustainFlowKgPerS * Math.Clamp(ageS - _burnTimeS, 0, _motorTimeS - _burnTimeS));

    /// <summary>Greatest lateral acceleration available: the structure's limit or what air and thrust give at the largest angle of attack.</summary>
    public double AvailableLoadMPerS2(double ageS, double densityKgPerM3, double speedMPerS) =>
        Math.Min(parameters.MaximumLoadMPerS2, _divertMPerS2 + (LoadPerRad(ageS, ThrustN(ageS), densityKgPerM3, speedMPerS) * parameters.MaximumAngleOfAttackRad));

    /// <summary>
    /// One step, during which the lateral command is held and followed with the first-order lag. Steps must not straddle the end of a burn.
    /// </summary>
    public void Advance(ref EcefVector position, ref EcefVector velocity, ref EcefVector lateral, double ageS, in EcefVector command, double stepS) =>
        Advance(ref position, ref velocity, ref lateral, ageS, command, stepS, environment.At(position, velocity));

    /// <summary>The same step; the conditions at its start are known already.</summary>
    public void Advance(
        ref EcefVector position, ref EcefVector velocity, ref EcefVector lateral, double ageS, in EcefVector command, double stepS, in FlightConditions air)
    {
        var half = 0.5 * stepS;
        var thrustN = ThrustN(ageS + half);
        var left = FirstOrderLag.Left(half, parameters.TimeConstantS);
        var middleLateral = FirstOrderLag.Respond(lateral, command, left);
        var endLateral = FirstOrderLag.Respond(middleLateral, command, left);

        var a1 = Acceleration(air, velocity, parameters.TimeConstantS > 0 ? lateral : command, ageS, thrustN);
        var v2 = velocity + (a1 * half);
        var a2 = Acceleration(environment.At(position + (velocity * half), v2), v2, middleLateral, ageS + half, thrustN);
        var v3 = velocity + (a2 * half);
        var a3 = Acceleration(environment.At(position + (v2 * half), v3), v3, middleLateral, ageS + half, thrustN);
        var v4 = velocity + (a3 * stepS);
        var a4 = Acceleration(environment.At(position + (v3 * stepS), v4), v4, endLateral, ageS + stepS, thrustN);

        position += (velocity + (2 * (v2 + v3)) + v4) * (stepS / 6);
        velocity += (a1 + (2 * (a2 + a3)) + a4) * (stepS / 6);
        lateral = endLateral;
    }

    /// <summary>
    /// The same by the midpoint rule, for steps much shorter than the round's time constants: two evaluations, of order two in velocity.
    /// </summary>
    public void AdvanceShort(
        ref EcefVector position, ref EcefVector velocity, ref EcefVector lateral, double ageS, in EcefVector command, double stepS, in FlightConditions air)
    {
        var half = 0.5 * stepS;
        var thrustN = ThrustN(ageS + half);
        var left = FirstOrderLag.Left(half, parameters.TimeConstantS);
        var middleLateral = FirstOrderLag.Respond(lateral, command, left);
        var a1 = Acceleration(air, velocity, parameters.TimeConstantS > 0 ? lateral : command, ageS, thrustN);
        var middle = velocity + (a1 * half);
        var a2 = Acceleration(environment.At(position + (velocity * half), middle), middle, middleLateral, ageS + half, thrustN);

        // The acceleration taken as a straight line in time through both values: of order three in position.
        position += (velocity + ((a1 + (2 * a2)) * (stepS / 6))) * stepS;
        velocity += a2 * stepS;
        lateral = FirstOrderLag.Respond(middleLateral, command, left);
    }

    private EcefVector Acceleration(in FlightConditions air, in EcefVector velocity, in EcefVector lateral, double ageS, double motorN)
    {
        var speedMPerS = velocity.Length;
        if (!(speedMPerS > 0)) return air.Gravity;

        var perMass = 1 / MassKg(ageS);
        var forward = velocity / speedMPerS;
        var across = lateral - (forward * lateral.Dot(forward));
        var loadMPerS2 = across.Length;
        var bodyMPerS2 = Math.Max(0, loadMPerS2 - _divertMPerS2);
        var pressurePa = 0.5 * air.DensityKgPerM3 * speedMPerS * speedMPerS;
        var perRad = ((pressurePa * _liftAreaPerRad) + motorN) * perMass;
        var attackRad = bodyMPerS2 > 0 ? bodyMPerS2 / perRad : 0;
        if (attackRad > parameters.MaximumAngleOfAttackRad)
        {
            across *= (_divertMPerS2 + (perRad * parameters.MaximumAngleOfAttackRad)) / loadMPerS2;
            attackRad = parameters.MaximumAngleOfAttackRad;
        }

        var attackSquared = attackRad * attackRad;
        var dragN = pressurePa * ((_dragAreaM2 * curve.CoefficientRatio(speedMPerS / air.SpeedOfSoundMPerS)) + (_liftAreaPerRad * attackSquared));
        var thrustN = motorN * (1 - (0.5 * attackSquared));
        return (forward * ((thrustN - dragN) * perMass)) + across + air.Gravity;
    }

    private double ThrustN(double ageS) => ageS < _burnTimeS ? parameters.ThrustN : ageS < _motorTimeS ? parameters.SustainThrustN : 0;

    private double LoadPerRad(double ageS, double motorN, double densityKgPerM3, double speedMPerS) =>
        ((0.5 * densityKgPerM3 * speedMPerS * speedMPerS * _liftAreaPerRad) + motorN) / MassKg(ageS);
}
