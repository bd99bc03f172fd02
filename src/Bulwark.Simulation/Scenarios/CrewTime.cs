using Bulwark.Core.Randomness;
using Bulwark.Core.Timing;

namespace Bulwark.Simulation.Scenarios;

/// <summary>
/// How long a crew takes for something, as published: least, usual and most. A run draws from the triangle over the three (Law,
/// <em>Simulation Modeling and Analysis</em> (2007), section 6.11: the choice when nothing but these is known). Immutable.
/// </summary>
/// <param name="LowS">Least, seconds.</param>
/// <param name="TypicalS">Usual, seconds.</param>
/// <param name="HighS">Most, seconds.</param>
public readonly record struct CrewTime(double LowS, double TypicalS, double HighS)
{
    /// <summary>A time without a spread.</summary>
    /// <param name="timeS">The time, seconds.</param>
    public static CrewTime Of(double timeS) => new(timeS, timeS, timeS);

    /// <summary>This and then another.</summary>
    /// <param name="other">The other.</param>
    public CrewTime Plus(CrewTime other) => new(LowS + other.LowS, TypicalS + other.TypicalS, HighS + other.HighS);

    /// <summary>Draws one, by inverting the distribution function.</summary>
    /// <param name="random">One number is taken from it.</param>
    public SimDuration Draw(ref RandomStream random)
    {
        var unit = random.NextUnit();
        var width = HighS - LowS;
        if (width <= 0) return SimDuration.FromSeconds(TypicalS);
        var share = (TypicalS - LowS) / width;
        var timeS = unit < share
            ? LowS + Math.Sqrt(unit * width * (TypicalS - LowS))
            : HighS - Math.Sqrt((1 - unit) * width * (HighS - TypicalS));
        return SimDuration.FromSeconds(timeS);
    }
}
