namespace Bulwark.Flight.Interceptors;

/// <summary>
/// A surface-to-air missile as a point mass: boost, drag, lag and load limits, and the miss distance at which it kills.
/// Teaching-level figures; nothing here describes a real guidance or fuzing system. Immutable.
/// </summary>
public sealed record InterceptorParameters
{
    /// <summary>Name for reports.</summary>
    public required string Name { get; init; }

    /// <summary>Mass at launch, kilograms.</summary>
    public required double LaunchMassKg { get; init; }

    /// <summary>Mass of propellant burnt, kilograms; below the launch mass.</summary>
    public required double PropellantMassKg { get; init; }

    /// <summary>Duration of the burn at constant thrust, seconds.</summary>
    public required double BurnTimeS { get; init; }

    /// <summary>Thrust during the burn, newtons.</summary>
    public required double ThrustN { get; init; }

    /// <summary>Mass of propellant of a sustainer that burns after the booster, kilograms; 0 for none.</summary>
    public double SustainPropellantMassKg { get; init; }

    /// <summary>Duration of the sustainer's burn, seconds; 0 for none.</summary>
    public double SustainTimeS { get; init; }

    /// <summary>Thrust of the sustainer, newtons.</summary>
    public double SustainThrustN { get; init; }

    /// <summary>Reference area of the drag coefficient, m².</summary>
    public required double ReferenceAreaM2 { get; init; }

    /// <summary>Factor on the standard drag curve (see the drag model), 1 for a typical finned body.</summary>
    public double DragFactor { get; init; } = 1;

    /// <summary>Normal-force coefficient at the largest angle of attack, on the reference area; 6 for a slender body with fins (see the flight model).</summary>
    public double MaximumNormalForceRatio { get; init; } = 6;

    /// <summary>Largest angle of attack, radians.</summary>
    public double MaximumAngleOfAttackRad { get; init; } = 0.35;

    /// <summary>Speed with which the round leaves its launcher straight up, m/s, positive.</summary>
    public double LaunchSpeedMPerS { get; init; } = 25;

    /// <summary>Time of the straight rise before the round turns over, seconds.</summary>
    public double VerticalRiseS { get; init; } = 0.5;

    /// <summary>Height of the lofted path above its chord as a share of the ground range (less for short flights and high targets); 0 flies direct.</summary>
    public double LoftFactor { get; init; } = 0.25;

    /// <summary>Height above the ellipsoid that the loft does not exceed, metres.</summary>
    public double LoftHeightM { get; init; } = 32_000;

    /// <summary>Elevation of the launch, radians: a quarter turn is straight up; anything less is flown towards the target's side.</summary>
    public double LaunchElevationRad { get; init; } = Math.PI / 2;

    /// <summary>Largest lateral acceleration, m/s².</summary>
    public required double MaximumLoadMPerS2 { get; init; }

    /// <summary>Lateral acceleration that side thrusters give whatever the air, m/s²; 0 for none.</summary>
    public double DivertLoadMPerS2 { get; init; }

    /// <summary>Time constant of the first-order response to an acceleration command, seconds.</summary>
    public required double TimeConstantS { get; init; }

    /// <summary>Effective navigation ratio of proportional navigation, 3 to 5.</summary>
    public double NavigationRatio { get; init; } = 4;

    /// <summary>Whether the terminal phase adds what the target's own acceleration asks for (augmented proportional navigation).</summary>
    public bool IsAugmented { get; init; }

    /// <summary>What measures the line of sight at the end.</summary>
    public SeekerKind Seeker { get; init; } = SeekerKind.SemiActive;

    /// <summary>Speed below which the round can no longer manoeuvre and destroys itself, m/s.</summary>
    public required double MinimumSpeedMPerS { get; init; }

    /// <summary>Longest controlled flight, seconds.</summary>
    public required double MaximumFlightTimeS { get; init; }

    /// <summary>Smallest slant range of an intercept, metres.</summary>
    public required double MinimumRangeM { get; init; }

    /// <summary>Largest slant range of an intercept, metres.</summary>
    public required double MaximumRangeM { get; init; }

    /// <summary>
    /// Largest slant range of an intercept at <see cref="MinimumHeightM"/>, metres: what guidance near the ground allows, whatever the round could
    /// fly. Infinite when nothing is published.
    /// </summary>
    public double LowAltitudeRangeM { get; init; } = double.PositiveInfinity;

    /// <summary>Height from which <see cref="MaximumRangeM"/> holds, metres; below it the range falls in a straight line to <see cref="LowAltitudeRangeM"/>.</summary>
    public double FullRangeHeightM { get; init; }

    /// <summary>Lowest height of an intercept above the ellipsoid, metres.</summary>
    public required double MinimumHeightM { get; init; }

    /// <summary>Greatest height of an intercept above the ellipsoid, metres.</summary>
    public required double MaximumHeightM { get; init; }

    /// <summary>Greatest target speed, m/s.</summary>
    public required double MaximumTargetSpeedMPerS { get; init; }

    /// <summary>Largest slant range of an intercept of a ballistic target, metres; infinite for <see cref="MaximumRangeM"/>.</summary>
    public double BallisticRangeM { get; init; } = double.PositiveInfinity;

    /// <summary>Miss distance at which half of the intercepts kill, metres; not used with <see cref="PublishedKill"/>.</summary>
    public double LethalRadiusM { get; init; }

    /// <summary>The published single-shot probability of kill, which then takes the place of reliability, miss distance and lethal radius; null for none.</summary>
    public SingleShotKill? PublishedKill { get; init; }

    /// <summary>Probability that a round works when it is fired.</summary>
    public required double ReliabilityProbability { get; init; }

    /// <summary>Range to the target at which the terminal phase begins, metres.</summary>
    public required double TerminalRangeM { get; init; }

    /// <summary>Standard deviation of the line-of-sight angle measured in the terminal phase, radians.</summary>
    public required double TerminalAngleSigmaRad { get; init; }

    /// <summary>When the last motor is burnt out, seconds after launch.</summary>
    public double MotorTimeS => BurnTimeS + SustainTimeS;

    /// <summary>Largest slant range of an intercept at a height, metres.</summary>
    /// <param name="heightM">Height above the ellipsoid, metres.</param>
    public double LargestRangeM(double heightM)
    {
        if (heightM >= FullRangeHeightM || LowAltitudeRangeM >= MaximumRangeM) return MaximumRangeM;
        var share = Math.Max(0, heightM - MinimumHeightM) / (FullRangeHeightM - MinimumHeightM);
        return LowAltitudeRangeM + (share * (MaximumRangeM - LowAltitudeRangeM));
    }
}
