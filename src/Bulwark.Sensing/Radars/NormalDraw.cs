using Bulwark.Core.Randomness;

namespace Bulwark.Sensing.Radars;

/// <summary>
/// Independent standard normal numbers, two at a time. Source: Box and Muller, "A note on the generation of random normal deviates",
/// Annals of Mathematical Statistics 29 (1958) 610-611.
/// </summary>
internal static class NormalDraw
{
    public static (double First, double Second) Pair(ref RandomStream random)
    {
        var radius = Math.Sqrt(-2 * Math.Log(random.NextUnit()));
        var (sine, cosine) = Math.SinCos(2 * Math.PI * random.NextUnit());
        return (radius * cosine, radius * sine);
    }
}
