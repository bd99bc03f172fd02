namespace Bulwark.Operations.Logistics;

/// <summary>Parts that lost their maker and find another one by one, each at the same constant rate. Immutable.</summary>
/// <param name="StartCount">Parts at the beginning.</param>
/// <param name="MeanS">Mean time until a part has another source, seconds.</param>
public sealed record ResourcingCurve(double StartCount, double MeanS)
{
    /// <summary>Expected number of parts without another source.</summary>
    /// <param name="timeS">Time since the beginning, seconds.</param>
    public double LeftCount(double timeS) => StartCount * Math.Exp(-Math.Max(0, timeS) / MeanS);

    /// <summary>Time at which a number of parts is left, seconds.</summary>
    /// <param name="leftCount">The number, above 0.</param>
    public double TimeS(double leftCount) => leftCount >= StartCount ? 0 : MeanS * Math.Log(StartCount / leftCount);

    /// <summary>Fits the mean time by least squares of logarithms.</summary>
    /// <param name="startCount">Parts at the beginning, positive.</param>
    /// <param name="observations">Parts left at later times.</param>
    /// <exception cref="ArgumentException">No observation is later than the beginning with fewer parts left, but some.</exception>
    public static ResourcingCurve Fit(double startCount, IReadOnlyList<(double TimeS, double LeftCount)> observations)
    {
        ArgumentNullException.ThrowIfNull(observations);
        if (!(startCount > 0) || observations.Count == 0 || observations.Any(one => !(one.TimeS > 0) || !(one.LeftCount > 0 && one.LeftCount < startCount)))
            throw new ArgumentException("Parts are fitted to later times at which some, but fewer, are left.", nameof(observations));

        // ln(start / left) = t / mean is a line through the origin.
        var rate = observations.Sum(one => one.TimeS * Math.Log(startCount / one.LeftCount)) / observations.Sum(static one => one.TimeS * one.TimeS);
        return new ResourcingCurve(startCount, 1 / rate);
    }
}
