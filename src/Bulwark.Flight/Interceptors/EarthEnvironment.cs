using Bulwark.Core.Earth;

namespace Bulwark.Flight.Interceptors;

/// <summary>
/// The turning WGS-84 Earth: J2 attraction, centrifugal and Coriolis accelerations, US Standard Atmosphere 1976 at rest on it.
/// The air is read from a table every 50 m (linear: 7e-6 of the density), and is none above 100 km.
/// </summary>
internal readonly struct EarthEnvironment : IFlightEnvironment
{
    private const double LowestM = -2_000;
    private const double HighestM = 100_000;
    private const double StepM = 50;

    private static readonly (double Density, double Sound)[] Air = Tabulate();

    public FlightConditions At(in EcefVector position, in EcefVector velocity)
    {
        var place = (Math.Clamp(HeightM(position), LowestM, HighestM - 1e-3) - LowestM) / StepM;
        var index = (int)place;
        var share = place - index;
        ref readonly var low = ref Air[index];
        ref readonly var high = ref Air[index + 1];
        return new FlightConditions(
            low.Density + (share * (high.Density - low.Density)),
            low.Sound + (share * (high.Sound - low.Sound)),
            Gravity.AtRest(position) + Gravity.Coriolis(velocity));
    }

    public EcefVector Wind(in EcefVector position) => EcefVector.Zero;

    /// <summary>Height above the ellipsoid along the geocentric radius: below the geodetic height by less than 6e-6 of it (0.2 m at 30 km).</summary>
    public static double HeightM(in EcefVector position)
    {
        var equatorial = (position.X * position.X) + (position.Y * position.Y);
        var squared = equatorial + (position.Z * position.Z);
        return Math.Sqrt(squared) - (Wgs84.SemiMinorAxisM / Math.Sqrt(1 - (Wgs84.EccentricitySquared * equatorial / squared)));
    }

    /// <summary>Direction of the ellipsoid's normal, to 6e-6 rad at 30 km.</summary>
    public static EcefVector Up(in EcefVector position) =>
        new EcefVector(position.X, position.Y, position.Z / (1 - Wgs84.EccentricitySquared)).Normalized();

    /// <summary>Where something will be that keeps its course and its rate of climb over the curved Earth.</summary>
    public static EcefVector Ahead(in EcefVector position, in EcefVector velocity, double seconds) => new LevelCourse(position, velocity).At(seconds, out _);

    /// <summary>Where something will be that falls with its present acceleration, which turns with the direction to the Earth's centre.</summary>
    /// <remarks>Second order in time about the middle of the fall: 0.3 per cent of ½ g t² in 60 s at 2 km/s without drag.</remarks>
    public static EcefVector FallingAhead(in EcefVector position, in EcefVector velocity, in EcefVector acceleration, double seconds)
    {
        var first = position + (velocity * seconds) + (acceleration * (0.5 * seconds * seconds));
        var middle = position + ((first - position) * (1.0 / 3));
        var later = acceleration + (Gravity.AtRest(middle) - Gravity.AtRest(position));
        return position + (velocity * seconds) + (later * (0.5 * seconds * seconds));
    }

    private static (double Density, double Sound)[] Tabulate()
    {
        var air = new (double, double)[(int)((HighestM - LowestM) / StepM) + 1];
        for (var i = 0; i < air.Length; i++)
        {
            var state = StandardAtmosphere.At(LowestM + (i * StepM));
            air[i] = (i == air.Length - 1 ? 0 : state.DensityKgPerM3, state.SpeedOfSoundMPerS);
        }

        return air;
    }
}
