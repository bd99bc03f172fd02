namespace Bulwark.Flight.Motion;

/// <summary>A cubic height in the time since the start of a segment: c0 + c1 t + c2 t² + c3 t³, metres and seconds.</summary>
internal readonly struct HeightLaw(double c0, double c1, double c2, double c3)
{
    /// <summary>The cubic through two heights with two rates (Hermite).</summary>
    public static HeightLaw Between(double startM, double startMPerS, double endM, double endMPerS, double durationS)
    {
        var mean = (endM - startM) / durationS;
        return new HeightLaw(startM, startMPerS, ((3 * mean) - (2 * startMPerS) - endMPerS) / durationS, (startMPerS + endMPerS - (2 * mean)) / (durationS * durationS));
    }

    /// <summary>Whether it is zero for ever.</summary>
    public bool IsZero => c0 == 0 && c1 == 0 && c2 == 0 && c3 == 0;

    public double HeightM(double seconds) => c0 + (seconds * (c1 + (seconds * (c2 + (seconds * c3)))));

    public double RateMPerS(double seconds) => c1 + (seconds * ((2 * c2) + (3 * seconds * c3)));

    /// <summary>A bound of the height from 0 to a time: the curve stays in the hull of its Bézier points.</summary>
    public double LargestM(double durationS)
    {
        var first = c0 + (c1 * durationS / 3);
        return Math.Max(Math.Max(c0, first), Math.Max(first + (durationS * (c1 + (c2 * durationS)) / 3), HeightM(durationS)));
    }

    /// <summary>A bound of the rate's size from 0 to a time.</summary>
    public double FastestMPerS(double durationS) => Math.Max(Math.Abs(c1), Math.Max(Math.Abs(c1 + (c2 * durationS)), Math.Abs(RateMPerS(durationS))));
}
