namespace Bulwark.Sensing.Propagation;

/// <summary>Rain and cloud on a ray: where they begin and end, and their two-way specific attenuation.</summary>
internal readonly record struct WeatherRow(float RainEntryM, float RainExitM, float RainDbPerM, float CloudEntryM, float CloudExitM, float CloudDbPerM)
{
    /// <summary>Two-way loss at a range, between two rows.</summary>
    public static float LossDb(in WeatherRow lower, in WeatherRow upper, float share, float rangeM)
    {
        var rain = Inside(rangeM, Between(lower.RainEntryM, upper.RainEntryM, share), Between(lower.RainExitM, upper.RainExitM, share));
        var cloud = Inside(rangeM, Between(lower.CloudEntryM, upper.CloudEntryM, share), Between(lower.CloudExitM, upper.CloudExitM, share));
        return (rain * Between(lower.RainDbPerM, upper.RainDbPerM, share)) + (cloud * Between(lower.CloudDbPerM, upper.CloudDbPerM, share));
    }

    private static float Between(float lower, float upper, float share) => lower + (share * (upper - lower));

    private static float Inside(float rangeM, float entryM, float exitM) => float.MaxNative(0, float.MinNative(rangeM, exitM) - entryM);
}
