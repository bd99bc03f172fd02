namespace Bulwark.Core.Earth;

/// <summary>The sum of C_k sin(2 k x) for k from 1 to 6.</summary>
internal readonly record struct SineSeries(double C1, double C2, double C3, double C4, double C5, double C6)
{
    /// <summary>Clenshaw summation.</summary>
    internal double At(SinCos x)
    {
        var twoCos = 2 * (x.Cos - x.Sin) * (x.Cos + x.Sin);
        var b6 = C6;
        var b5 = (twoCos * b6) + C5;
        var b4 = (twoCos * b5) - b6 + C4;
        var b3 = (twoCos * b4) - b5 + C3;
        var b2 = (twoCos * b3) - b4 + C2;
        var b1 = (twoCos * b2) - b3 + C1;
        return 2 * x.Sin * x.Cos * b1;
    }
}
