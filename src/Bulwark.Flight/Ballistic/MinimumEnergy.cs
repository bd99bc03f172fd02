namespace Bulwark.Flight.Ballistic;

/// <summary>
/// The ellipse of least speed between two points on a sphere that does not turn, without air: the first guess of <see cref="BallisticSolver"/>.
/// Source: Bate, Mueller and White, Fundamentals of Astrodynamics (1971), section 6.2: Q = 2 sin(ψ/2)/(1 + sin(ψ/2)), γ = π/4 - ψ/4. Immutable.
/// </summary>
/// <param name="SpeedMPerS">Speed at launch and impact, m/s.</param>
/// <param name="ElevationRad">Angle above the horizontal at launch, radians.</param>
/// <param name="ApogeeM">Greatest height above the sphere, metres.</param>
/// <param name="TimeS">Time of flight, seconds.</param>
public readonly record struct MinimumEnergy(double SpeedMPerS, double ElevationRad, double ApogeeM, double TimeS)
{
    /// <summary>The ellipse of a range.</summary>
    /// <param name="rangeM">Distance along the sphere, metres, above 0 and below half of its circumference.</param>
    /// <param name="radiusM">Radius of the sphere, metres.</param>
    /// <param name="gravitationalParameterM3PerS2">Gravitational parameter, m³/s².</param>
    /// <exception cref="ArgumentOutOfRangeException">The range is outside its limits.</exception>
    public static MinimumEnergy For(double rangeM, double radiusM, double gravitationalParameterM3PerS2)
    {
        var angleRad = rangeM / radiusM;
        if (!(angleRad > 0 && angleRad < Math.PI)) throw new ArgumentOutOfRangeException(nameof(rangeM), rangeM, "A range is above 0 and below half of the circumference.");
        var sine = Math.Sin(0.5 * angleRad);
        var energyRatio = 2 * sine / (1 + sine);
        var elevationRad = 0.25 * (Math.PI - angleRad);
        var axisM = radiusM / (2 - energyRatio);
        var cosine = Math.Cos(elevationRad);
        var eccentricity = Math.Sqrt(1 - (energyRatio * (2 - energyRatio) * cosine * cosine));

        // From launch to apogee the eccentric anomaly goes from E to π; the flight takes twice the time of that.
        var cosAnomaly = (1 - (radiusM / axisM)) / eccentricity;
        var anomalyRad = Math.Acos(Math.Clamp(cosAnomaly, -1, 1));
        var motionRadPerS = Math.Sqrt(gravitationalParameterM3PerS2 / (axisM * axisM * axisM));
        var timeS = 2 * (Math.PI - anomalyRad + (eccentricity * Math.Sin(anomalyRad))) / motionRadPerS;
        return new MinimumEnergy(Math.Sqrt(energyRatio * gravitationalParameterM3PerS2 / radiusM), elevationRad, (axisM * (1 + eccentricity)) - radiusM, timeS);
    }
}
