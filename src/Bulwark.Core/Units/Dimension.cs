namespace Bulwark.Core.Units;

/// <summary>What a quantity in a file measures. Each has one unit inside the program, given here; files may use any unit of the dimension.</summary>
public enum Dimension
{
    /// <summary>A plain number or a percentage; kept as a ratio (50 % is 0.5).</summary>
    None,

    /// <summary>Lengths, ranges and heights, kept in metres.</summary>
    Length,

    /// <summary>Areas and radar cross-sections, kept in m².</summary>
    Area,

    /// <summary>Lengths of time, kept in seconds.</summary>
    Duration,

    /// <summary>Speeds, kept in m/s.</summary>
    Speed,

    /// <summary>Accelerations, kept in m/s².</summary>
    Acceleration,

    /// <summary>Masses, kept in kilograms.</summary>
    Mass,

    /// <summary>Forces, kept in newtons.</summary>
    Force,

    /// <summary>Angles, kept in radians.</summary>
    Angle,

    /// <summary>Rates of rotation, kept in rad/s.</summary>
    AngularRate,

    /// <summary>Frequencies, kept in hertz.</summary>
    Frequency,

    /// <summary>Powers, kept in watts.</summary>
    Power,

    /// <summary>Gains and losses, kept in decibels.</summary>
    Level,

    /// <summary>Sums of money, kept in US dollars.</summary>
    Money,
}
