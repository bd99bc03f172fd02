namespace Bulwark.Core.Units;

/// <summary>Words about dimensions for messages and documentation.</summary>
public static class DimensionText
{
    /// <summary>The dimension with its article, such as "a length".</summary>
    /// <param name="dimension">What is measured.</param>
    public static string Name(Dimension dimension) => dimension switch
    {
        Dimension.None => "a plain number",
        Dimension.Length => "a length",
        Dimension.Area => "an area",
        Dimension.Duration => "a time",
        Dimension.Speed => "a speed",
        Dimension.Acceleration => "an acceleration",
        Dimension.Mass => "a mass",
        Dimension.Force => "a force",
        Dimension.Angle => "an angle",
        Dimension.AngularRate => "a rate of rotation",
        Dimension.Frequency => "a frequency",
        Dimension.Power => "a power",
        Dimension.Level => "a gain or loss",
        Dimension.Money => "a sum of money",
        _ => throw new ArgumentOutOfRangeException(nameof(dimension), dimension, "not a dimension"),
    };

    /// <summary>A way to write a value of the dimension, such as "12 km".</summary>
    /// <param name="dimension">What is measured.</param>
    public static string Example(Dimension dimension) => dimension switch
    {
        Dimension.None => "0.5",
        Dimension.Length => "12 km",
        Dimension.Area => "0.5 m2",
        Dimension.Duration => "4 s",
        Dimension.Speed => "250 m/s",
        Dimension.Acceleration => "6 g",
        Dimension.Mass => "1800 kg",
        Dimension.Force => "200 kN",
        Dimension.Angle => "90 deg",
        Dimension.AngularRate => "5 rpm",
        Dimension.Frequency => "2.5 GHz",
        Dimension.Power => "100 kW",
        Dimension.Level => "10 dB",
        Dimension.Money => "2.5 billion USD",
        _ => throw new ArgumentOutOfRangeException(nameof(dimension), dimension, "not a dimension"),
    };

    /// <summary>What a file may write there, such as "a length such as '12 km' (m, km, cm, ft, nmi or a flight level such as FL300)".</summary>
    /// <param name="dimension">What is measured.</param>
    public static string Expected(Dimension dimension)
    {
        if (dimension == Dimension.None) return "a plain number such as '0.5' or a percentage such as '50 %'";
        var units = string.Join(", ", UnitTable.For(dimension).Select(unit => unit.Symbol));
        var levels = dimension == Dimension.Length ? " or a flight level such as FL300" : "";
        return $"{Name(dimension)} such as '{Example(dimension)}' ({units}{levels})";
    }
}
