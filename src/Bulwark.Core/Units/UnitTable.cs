namespace Bulwark.Core.Units;

/// <summary>
/// Every unit that files may write. Factors are exact by definition: foot and nautical mile after the International System of Units
/// brochure (BIPM, 9th edition, 2019, table 8 and its predecessors) and the 1959 yard agreement, standard gravity 9.80665 m/s²; a year is the Julian
/// year of 365.25 days and a month its twelfth.
/// </summary>
public static class UnitTable
{
    private const double SecondsPerMinute = 60;
    private const double SecondsPerHour = 3600;
    private const double SecondsPerDay = 86400;
    private const double SecondsPerYear = 365.25 * SecondsPerDay;
    private const double MetresPerFoot = 0.3048;
    private const double MetresPerNauticalMile = 1852;
    private const double StandardGravity = 9.80665;

    /// <summary>All units, grouped by dimension; within one, the program's own unit comes first.</summary>
    public static IReadOnlyList<Unit> All { get; } =
    [
        new("", Dimension.None, 1),
        new("%", Dimension.None, 0.01),
        new("m", Dimension.Length, 1),
        new("km", Dimension.Length, 1000),
        new("cm", Dimension.Length, 0.01),
        new("ft", Dimension.Length, MetresPerFoot),
        new("nmi", Dimension.Length, MetresPerNauticalMile) { Aliases = ["NM"] },
        new("m2", Dimension.Area, 1) { Aliases = ["m²", "m^2"] },
        new("cm2", Dimension.Area, 1e-4) { Aliases = ["cm²", "cm^2"] },
        new("km2", Dimension.Area, 1e6) { Aliases = ["km²", "km^2"] },
        new("dBsm", Dimension.Area, 1, IsDecibel: true),
        new("s", Dimension.Duration, 1),
        new("us", Dimension.Duration, 1e-6) { Aliases = ["µs", "μs"] },
        new("ms", Dimension.Duration, 1e-3),
        new("min", Dimension.Duration, SecondsPerMinute),
        new("h", Dimension.Duration, SecondsPerHour),
        new("d", Dimension.Duration, SecondsPerDay) { Aliases = ["day", "days"] },
        new("month", Dimension.Duration, SecondsPerYear / 12) { Aliases = ["months"] },
        new("year", Dimension.Duration, SecondsPerYear) { Aliases = ["years"] },
        new("m/s", Dimension.Speed, 1),
        new("km/s", Dimension.Speed, 1000),
        new("km/h", Dimension.Speed, 1000 / SecondsPerHour),
        new("kt", Dimension.Speed, MetresPerNauticalMile / SecondsPerHour) { Aliases = ["kn", "kts"] },
        new("mm/h", Dimension.Speed, 1e-3 / SecondsPerHour),
        new("ft/min", Dimension.Speed, MetresPerFoot / SecondsPerMinute),
        new("m/s2", Dimension.Acceleration, 1) { Aliases = ["m/s²", "m/s^2"] },
        new("g", Dimension.Acceleration, StandardGravity),
        new("kg", Dimension.Mass, 1),
        new("t", Dimension.Mass, 1000),
        new("N", Dimension.Force, 1),
        new("kN", Dimension.Force, 1e3),
        new("MN", Dimension.Force, 1e6),
        new("rad", Dimension.Angle, 1),
        new("mrad", Dimension.Angle, 1e-3),
        new("deg", Dimension.Angle, Math.PI / 180) { Aliases = ["°"] },
        new("rad/s", Dimension.AngularRate, 1),
        new("deg/s", Dimension.AngularRate, Math.PI / 180) { Aliases = ["°/s"] },
        new("rpm", Dimension.AngularRate, 2 * Math.PI / SecondsPerMinute),
        new("Hz", Dimension.Frequency, 1),
        new("kHz", Dimension.Frequency, 1e3),
        new("MHz", Dimension.Frequency, 1e6),
        new("GHz", Dimension.Frequency, 1e9),
        new("W", Dimension.Power, 1),
        new("kW", Dimension.Power, 1e3),
        new("MW", Dimension.Power, 1e6),
        new("dB", Dimension.Level, 1),
        new("USD", Dimension.Money, 1),
        new("thousand USD", Dimension.Money, 1e3),
        new("million USD", Dimension.Money, 1e6),
        new("billion USD", Dimension.Money, 1e9),
    ];

    /// <summary>The units of one dimension, in the order in which messages list them.</summary>
    /// <param name="dimension">What is measured.</param>
    public static IReadOnlyList<Unit> For(Dimension dimension) => [.. All.Where(unit => unit.Dimension == dimension)];

    /// <summary>Finds a unit by its symbol or an alias.</summary>
    /// <param name="symbol">The symbol as written; empty for a plain number.</param>
    /// <param name="dimension">What it should measure.</param>
    /// <returns>The unit, or null when this dimension has no such unit.</returns>
    public static Unit? Find(string symbol, Dimension dimension) =>
        All.FirstOrDefault(unit => unit.Dimension == dimension && Matches(unit, symbol));

    /// <summary>Finds a unit of any dimension by its symbol or an alias.</summary>
    /// <param name="symbol">The symbol as written.</param>
    /// <returns>The first unit of that name, or null.</returns>
    public static Unit? FindAny(string symbol) => All.FirstOrDefault(unit => Matches(unit, symbol));

    private static bool Matches(Unit unit, string symbol) => unit.Symbol == symbol || unit.Aliases.Contains(symbol, StringComparer.Ordinal);
}
